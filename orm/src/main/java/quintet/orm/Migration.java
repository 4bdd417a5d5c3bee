package quintet.orm;

import java.util.List;
import java.util.Objects;

/**
 * A set of changes to the models of one app, applied together. The class lies in the app's {@code migrations} package and is called
 * {@code M0001_initial}; the database records it as {@code 0001_initial}, as Django does.
 *
 * <pre>{@code
 * public final class M0002_book_price extends Migration {
 *     @Override public List<Dependency> dependencies() {
 *         return List.of(on("library", "0001_initial"));
 *     }
 *     @Override public List<Operation> operations() {
 *         return List.of(addField("book", "price", decimalField(6, 2).defaultValue(0)));
 *     }
 * }
 * }</pre>
 */
public abstract class Migration {
    /** For subclasses. */
    protected Migration() {}

    /** The migrations that must be applied before this one. */
    public List<Dependency> dependencies() {
        return List.of();
    }

    /** The steps, in order. */
    public abstract List<Operation> operations();

    /** Migrations of other apps that must wait for this one. */
    public List<Dependency> runBefore() {
        return List.of();
    }

    /** The migrations this one stands for, when it was made by squashing. */
    public List<Dependency> replaces() {
        return List.of();
    }

    /** Whether this is the app's first migration, which {@code migrate --fake-initial} may take as applied when its tables exist. */
    public boolean initial() {
        return dependencies().stream().noneMatch(d -> d.app().equals(app()));
    }

    /** Whether the migration runs in one transaction where the database allows it. */
    public boolean atomic() {
        return true;
    }

    /** The name the database records: the class name without its leading {@code M}. */
    public String name() {
        String simple = getClass().getSimpleName();
        return simple.startsWith("M") ? simple.substring(1) : simple;
    }

    /** The label of the app it belongs to, taken from its package {@code <app>.migrations}. */
    public String app() {
        String[] parts = getClass().getPackageName().split("\\.");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }

    /** A dependency on a migration by app label and recorded name; the names {@code __first__} and {@code __latest__} have Django's meaning. */
    protected static Dependency on(String app, String name) {
        return new Dependency(app, name);
    }

    /**
     * A dependency on the first migration of the app whose model a setting names. Django's {@code swappable_dependency}.
     *
     * @param setting the name of the {@link ModelSetting}
     * @param standard the model ({@code "auth.User"}) that is used unless the settings name another
     */
    protected static Dependency onSwappable(String setting, String standard) {
        String label = quintet.orm.internal.meta.ModelRegistry.current().settingLabel(setting, standard);
        return new Dependency(label.substring(0, label.indexOf('.')), "__first__");
    }

    @Override
    public String toString() {
        return app() + "." + name();
    }

    /** A migration by app label and recorded name. */
    public record Dependency(String app, String name) implements Comparable<Dependency> {
        /** Neither part may be null. */
        public Dependency {
            Objects.requireNonNull(app, "app");
            Objects.requireNonNull(name, "name");
        }

        @Override
        public int compareTo(Dependency other) {
            int byApp = app.compareTo(other.app);
            return byApp != 0 ? byApp : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return app + "." + name;
        }
    }
}
