package quintet.orm;

import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.internal.query.Query;

/** The managers of a model and the rows they begin with. */
final class ModelManagers<M> {
    private final ModelMeta<M> model;

    ModelManagers(ModelMeta<M> model) {
        this.model = model;
    }

    /** The one {@code Meta.defaultManager} names, else {@code objects}, else the first. */
    Manager<M> main() {
        checkNotSwapped();
        String named = model.options().defaultManager();
        Manager<M> manager = named == null ? model.access().manager() : named(named);
        if (manager == null) {
            throw new IllegalStateException(model.objectName() + " is abstract and has no rows of its own.");
        }
        return manager;
    }

    /** By the name of its static field; {@code IllegalArgumentException} if there is none. */
    Manager<M> named(String name) {
        Manager<M> manager = model.managers().get(name);
        if (manager == null) {
            throw new IllegalArgumentException(model.objectName() + " has no manager named '" + name + "'."
                    + Suggestions.didYouMean(name, model.managers().keySet()));
        }
        return manager;
    }

    /** All rows, whatever managers leave out. */
    QuerySet<M> rows() {
        Class<M> type = model.type();
        return new QuerySet<>(type, type == (Class<?>) Row.class ? Query.of(model) : Query.of(type));
    }

    /** The rows that references lead to: all, unless {@code Meta.baseManager} names a manager that leaves some out. */
    QuerySet<M> baseRows() {
        String named = baseName(model);
        return named == null ? rows() : named(named).all();
    }

    /** Whether a manager is named for the rows that references lead to. */
    boolean hasBaseManager() {
        return baseName(model) != null;
    }

    private static @Nullable String baseName(ModelMeta<?> model) {
        String own = model.options().baseManager();
        ModelMeta<?> parent = model.parent();
        if (own != null || parent == null) {
            return own;
        }
        String inherited = baseName(parent);
        return inherited != null && model.managers().containsKey(inherited) ? inherited : null;
    }

    /** Refuses the use of a model in whose place the settings put another. */
    void checkNotSwapped() {
        ModelMeta<?> other = model.swapped();
        if (other != null) {
            throw new QueryError(
                    QueryError.Kind.ATTRIBUTE,
                    "Manager isn't available; '" + model.label() + "' has been swapped for '" + other.label() + "'",
                    "Use " + other.objectName() + ", or ask the settings which model it is: ModelSetting.model(\""
                            + model.options().swappable() + "\").");
        }
    }
}
