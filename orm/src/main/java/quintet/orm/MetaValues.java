package quintet.orm;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.CheckMessage;
import quintet.orm.internal.query.Node;

/** What a model's options say; {@link Meta} adds the ways to give them. */
public abstract sealed class MetaValues permits Meta {
    /** Written only while a new Meta is made. */
    static final class Options implements Cloneable {
        @Nullable
        String appLabel;

        @Nullable
        String table;

        @Nullable
        String tableComment;

        @Nullable
        String verboseName;

        @Nullable
        String verboseNamePlural;

        List<Node.Ordering> ordering = List.of();
        List<Index> indexes = List.of();
        List<Constraint> constraints = List.of();
        List<List<String>> uniqueTogether = List.of();
        List<String> latestBy = List.of();

        @Nullable
        String orderWithRespectTo;

        Map<String, String> permissions = Map.of();

        @Nullable
        List<String> defaultPermissions;

        boolean managed = true;

        @Nullable
        String swappable;

        @Nullable
        String defaultManager;

        @Nullable
        String baseManager;

        @Nullable
        String defaultRelatedName;

        @Nullable
        String tablespace;

        @Nullable
        String requiredVendor;

        List<String> requiredFeatures = List.of();
        List<String> naturalKey = List.of();
        boolean selectOnSave;
        List<Function<ModelMeta<?>, List<CheckMessage>>> checks = List.of();
        Map<String, Meta.Generated> generated = Map.of();
        Map<String, Node> databaseDefaults = Map.of();

        @Override
        protected Options clone() {
            try {
                return (Options) super.clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final Options options;

    MetaValues(Options options) {
        this.options = options;
    }

    Options options() {
        return options;
    }

    /** The columns the database computes, by the field's name. */
    public Map<String, Meta.Generated> generated() {
        return options.generated;
    }

    /** The expressions the database fills columns with, by the field's name. */
    public Map<String, Node> databaseDefaults() {
        return options.databaseDefaults;
    }

    /** The app's label, or null. */
    public @Nullable String appLabel() {
        return options.appLabel;
    }

    /** The table's name, or null. */
    public @Nullable String table() {
        return options.table;
    }

    /** The table's comment, or null. */
    public @Nullable String tableComment() {
        return options.tableComment;
    }

    /** The name of one, or null. */
    public @Nullable String verboseName() {
        return options.verboseName;
    }

    /** The name of many, or null. */
    public @Nullable String verboseNamePlural() {
        return options.verboseNamePlural;
    }

    /** The default order. */
    public List<Node.Ordering> ordering() {
        return options.ordering;
    }

    /** The indexes. */
    public List<Index> indexes() {
        return options.indexes;
    }

    /** The constraints. */
    public List<Constraint> constraints() {
        return options.constraints;
    }

    /** The sets of fields that are unique together. */
    public List<List<String>> uniqueTogether() {
        return options.uniqueTogether;
    }

    /** The fields {@code latest} sorts by. */
    public List<String> latestBy() {
        return options.latestBy;
    }

    /** The relation rows are kept in order for, or null. */
    public @Nullable String orderWithRespectTo() {
        return options.orderWithRespectTo;
    }

    /** Further permissions. */
    public Map<String, String> permissions() {
        return options.permissions;
    }

    /** The permissions every model has. */
    public List<String> defaultPermissions() {
        return options.defaultPermissions == null
                ? List.of("add", "change", "delete", "view")
                : options.defaultPermissions;
    }

    /** Whether migrations make the table. */
    public boolean isManaged() {
        return options.managed;
    }

    /** The setting that may put another model in this one's place, or null. */
    public @Nullable String swappable() {
        return options.swappable;
    }

    /** The name of the default manager, or null. */
    public @Nullable String defaultManager() {
        return options.defaultManager;
    }

    /** The name of the manager that references go by, or null. */
    public @Nullable String baseManager() {
        return options.baseManager;
    }

    /** The name of the ways back of the model's relations that name none, or null. */
    public @Nullable String defaultRelatedName() {
        return options.defaultRelatedName;
    }

    /** The tablespace of the table, or null. */
    public @Nullable String tablespace() {
        return options.tablespace;
    }

    /** The kind of database the table is made in, or null for all. */
    public @Nullable String requiredVendor() {
        return options.requiredVendor;
    }

    /** What a database must be able to do for the table to be made. */
    public List<String> requiredFeatures() {
        return options.requiredFeatures;
    }

    /** The fields that tell rows apart for people; empty: none are named. */
    public List<String> naturalKey() {
        return options.naturalKey;
    }

    /** Checks of the model's own. */
    public List<Function<ModelMeta<?>, List<CheckMessage>>> checks() {
        return options.checks;
    }

    /** Whether saving looks for the row before it writes. */
    public boolean isSelectOnSave() {
        return options.selectOnSave;
    }
}
