package quintet.orm.internal.migrations.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.ModelKey;

/** A field within its model: what its column is called, what it points to. */
public final class SchemaField {
    private static final Set<String> WITHOUT_EMPTY_STRINGS = Set.of(
            "AutoField",
            "BigAutoField",
            "SmallAutoField",
            "BooleanField",
            "NullBooleanField",
            "DateField",
            "DateTimeField",
            "TimeField",
            "DecimalField",
            "DurationField",
            "FloatField",
            "IntegerField",
            "BigIntegerField",
            "SmallIntegerField",
            "PositiveIntegerField",
            "PositiveBigIntegerField",
            "PositiveSmallIntegerField",
            "GenericIPAddressField",
            "IPAddressField",
            "UUIDField",
            "JSONField",
            "ArrayField",
            "HStoreField",
            "IntegerRangeField",
            "BigIntegerRangeField",
            "DecimalRangeField",
            "DateRangeField",
            "DateTimeRangeField",
            "ForeignKey",
            "OneToOneField",
            "OrderWrt");

    private final SchemaModel model;
    private final String name;
    private final FieldState state;

    SchemaField(SchemaModel model, String name, FieldState state) {
        this.model = model;
        this.name = name;
        this.state = state;
    }

    public SchemaModel model() {
        return model;
    }

    public String name() {
        return name;
    }

    public FieldState state() {
        return state;
    }

    public String type() {
        return state.type();
    }

    public boolean isForeignKey() {
        return type().equals("ForeignKey") || type().equals("OneToOneField");
    }

    public boolean isManyToMany() {
        return type().equals("ManyToManyField");
    }

    public boolean isComposite() {
        return type().equals("CompositePrimaryKey");
    }

    public boolean isGenerated() {
        return type().equals("GeneratedField");
    }

    public boolean isAuto() {
        return type().equals("AutoField") || type().equals("BigAutoField") || type().equals("SmallAutoField");
    }

    /** Whether there is a column for it in the model's table. */
    public boolean hasColumn() {
        return !isManyToMany() && !isComposite();
    }

    /** The column's name. */
    public String column() {
        if (state.option("db_column") instanceof String column) {
            return column;
        }
        return isForeignKey() ? name + "_id" : name;
    }

    public boolean primaryKey() {
        return state.flag("primary_key", false) || isComposite();
    }

    /** Whether the values occur once; true for primary keys. */
    public boolean unique() {
        return primaryKey() || state.flag("unique", type().equals("OneToOneField"));
    }

    public boolean isNullable() {
        return state.flag("null", type().equals("NullBooleanField"));
    }

    /** {@code db_index}, with the defaults of slugs and foreign keys. */
    public boolean dbIndex() {
        return state.flag("db_index", type().equals("SlugField") || isForeignKey());
    }

    public boolean dbConstraint() {
        return isForeignKey() && state.flag("db_constraint", true);
    }

    public boolean emptyStringsAllowed() {
        return !WITHOUT_EMPTY_STRINGS.contains(type());
    }

    public boolean hasDbDefault() {
        return state.has("db_default");
    }

    public @Nullable Integer maxLength() {
        Object given = state.option("max_length");
        if (given instanceof Number n) {
            return n.intValue();
        }
        return switch (type()) {
            case "SlugField" -> 50;
            case "URLField" -> 200;
            case "FileField", "ImageField", "FilePathField" -> 100;
            default -> null;
        };
    }

    /** The model it points to. */
    public SchemaModel targetModel() {
        if (!(state.option("to") instanceof String to)) {
            throw new MigrationException(
                    "Field " + name + " of " + model.key() + " does not say which model it points to");
        }
        ModelKey key =
                to.equals("self") ? model.key() : ModelKey.parse(to, model.key().app());
        return model.other(key);
    }

    /** The field a foreign key points to. */
    public SchemaField target() {
        SchemaModel target = targetModel();
        return state.option("to_field") instanceof String field ? target.field(field) : target.primaryKey();
    }

    /** The model that holds the pairs of a many-to-many field. */
    public SchemaModel through() {
        if (state.option("through") instanceof String through) {
            return model.other(ModelKey.parse(through, model.key().app()));
        }
        return ThroughModel.of(this);
    }

    /** Whether the model of the pairs exists only for this field. */
    public boolean autoThrough() {
        return isManyToMany() && state.option("through") == null;
    }

    /** The names of the parts of a composite key. */
    public List<String> parts() {
        return state.option("fields") instanceof List<?> parts
                ? parts.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What an array holds, as a field of the same name. */
    SchemaField item() {
        if (!(state.option("base_field") instanceof FieldState base)) {
            throw new MigrationException(
                    "Field " + this + " does not say what its array holds. Write arrayField(charField(20)).");
        }
        return new SchemaField(model, name, base);
    }

    SchemaField copy(SchemaModel into, FieldState changed) {
        return new SchemaField(into, name, changed);
    }

    @Override
    public String toString() {
        return model.key().app() + "." + model.name() + "." + name;
    }
}
