package quintet.orm.internal.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quintet.core.CheckMessage;
import quintet.core.Site;
import quintet.core.Suggestions;
import quintet.orm.Constraint;
import quintet.orm.FieldMeta;
import quintet.orm.Index;
import quintet.orm.ModelMeta;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.query.Node;

/** Looks whether the options of models name what is there, and whether names in the database are used once. */
public final class ModelChecks {
    /** The longest name of an index that all databases take, as Django has it. */
    private static final int LONGEST_INDEX = 30;

    private final List<CheckMessage> found = new ArrayList<>();

    private ModelChecks() {}

    /** Checks all models of a site. */
    public static List<CheckMessage> check(Site site) {
        ModelChecks checks = new ModelChecks();
        List<ModelMeta<?>> models = site.service(ModelRegistry.class).all();
        for (ModelMeta<?> model : models) {
            checks.check(model);
            RelationChecks.check(model, checks.found);
            model.options().checks().forEach(more -> checks.found.addAll(more.apply(model)));
        }
        checks.tables(models);
        checks.names(models);
        return checks.found;
    }

    private void error(String id, String message, String hint, Object object) {
        found.add(CheckMessage.error(id, message, hint, object));
    }

    private void check(ModelMeta<?> model) {
        ordering(model);
        columns(model);
        model.options().uniqueTogether().forEach(group -> local(model, group, "uniqueTogether"));
        local(model, model.options().naturalKey(), "naturalKey");
        for (Index index : model.indexes()) {
            if (index.isPlain()) {
                local(
                        model,
                        index.fields().stream()
                                .map(name -> name.startsWith("-") ? name.substring(1) : name)
                                .toList(),
                        "the index " + index.name());
            }
            local(model, index.include(), "the index " + index.name());
            indexName(model, index.name());
        }
        for (Constraint constraint : model.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                local(model, unique.fields(), "the constraint " + unique.name());
                local(model, unique.include(), "the constraint " + unique.name());
            }
        }
    }

    private void ordering(ModelMeta<?> model) {
        if (!model.options().ordering().isEmpty() && model.options().orderWithRespectTo() != null) {
            error(
                    "models.E021",
                    "ordering and orderWithRespectTo cannot be used together.",
                    "The second keeps an order of its own. Remove one of the two.",
                    model);
        }
        for (Node.Ordering ordering : model.options().ordering()) {
            if (ordering.node() instanceof Node.Path path) {
                String first = path.text().split("__", -1)[0];
                boolean known = first.equals("?") || isField(model, first);
                if (!known) {
                    missing("models.E015", model, first, "ordering");
                }
            }
        }
    }

    private static boolean isField(ModelMeta<?> model, String name) {
        return model.findField(name).isPresent()
                || model.plainRelation(name) != null
                || model.backs().stream().anyMatch(back -> back.queryNames().contains(name));
    }

    private void missing(String id, ModelMeta<?> model, String name, String where) {
        String close = Suggestions.didYouMean(
                name, model.fields().stream().map(FieldMeta::name).toList());
        error(
                id,
                where + " names '" + name + "', which " + model.objectName() + " does not have.",
                close.strip(),
                model);
    }

    /** Fields that must have columns in the model's own table. */
    private void local(ModelMeta<?> model, List<String> names, String where) {
        for (String name : names) {
            Optional<FieldMeta> field = model.findField(name);
            if (field.isEmpty()) {
                missing("models.E012", model, name, where);
            } else if (field.get().isManyToMany()) {
                error(
                        "models.E013",
                        where + " names the many-to-many field '" + name + "', which has no column.",
                        "Name fields with columns.",
                        model);
            } else if (field.get().isInherited()) {
                error(
                        "models.E016",
                        where + " names '" + name + "', whose column is in the table of "
                                + field.get().owner().objectName() + ".",
                        "A database keeps such rules within one table. Declare it in "
                                + field.get().owner().objectName() + ".",
                        model);
            }
        }
    }

    private void columns(ModelMeta<?> model) {
        Map<String, FieldMeta> seen = new HashMap<>();
        for (FieldMeta field : model.localColumns()) {
            FieldMeta other = seen.putIfAbsent(field.column().toLowerCase(Locale.ROOT), field);
            if (other != null) {
                error(
                        "models.E007",
                        "The fields " + other.name() + " and " + field.name() + " have the same column '"
                                + field.column() + "'.",
                        field.whole() != null || other.whole() != null
                                ? "Name the columns of the reference with columns = {...}."
                                : "Give one of them another with column = \"...\".",
                        model);
            }
        }
    }

    private void indexName(ModelMeta<?> model, String name) {
        if (name.startsWith("_") || (!name.isEmpty() && Character.isDigit(name.charAt(0)))) {
            error(
                    "models.E033",
                    "The name of the index '" + name + "' starts with an underscore or a digit.",
                    "",
                    model);
        }
        if (name.length() > LONGEST_INDEX) {
            error(
                    "models.E034",
                    "The name of the index '" + name + "' has more than " + LONGEST_INDEX + " characters.",
                    "Shorten it, or leave it out to have one made.",
                    model);
        }
    }

    /** A table belongs to one model. */
    private void tables(List<ModelMeta<?>> models) {
        Map<String, ModelMeta<?>> seen = new HashMap<>();
        for (ModelMeta<?> model : models) {
            if (model.isProxy() || !model.options().isManaged()) {
                continue;
            }
            ModelMeta<?> other = seen.putIfAbsent(model.table(), model);
            if (other != null) {
                error(
                        "models.E028",
                        "The table '" + model.table() + "' is that of " + other.label() + " too.",
                        "Name another with Meta.table(...), or make one of them a @ProxyModel of the other.",
                        model);
            }
        }
    }

    /** Names of indexes and constraints are those of the whole database. */
    private void names(List<ModelMeta<?>> models) {
        Set<String> indexes = new HashSet<>();
        Set<String> constraints = new HashSet<>();
        for (ModelMeta<?> model : models) {
            if (model.isProxy()) {
                continue;
            }
            model.indexes().stream().map(Index::name).forEach(name -> once(indexes, name, "index", "E030", model));
            Stream<String> names = model.constraints().stream().map(Constraint::name);
            names.forEach(name -> once(constraints, name, "constraint", "E032", model));
        }
    }

    private void once(Set<String> seen, String name, String kind, String id, ModelMeta<?> model) {
        if (!name.isEmpty() && !seen.add(name)) {
            error(
                    "models." + id,
                    "The name of the " + kind + " '" + name + "' is used twice.",
                    "Names hold for the whole database. With %(app_label)s and %(class)s in it each model has its own.",
                    model);
        }
    }
}
