package quintet.orm.internal.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldState;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.ModelKey;

/** A field within its model: what its column is called, what it points to. */
public final class SchemaField {
    /** The type of a column of a reference that has several. */
    static final String PART = "ForeignKeyPart";

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
            PART,
            "OrderWrt");

    private final SchemaModel model;
    private final String name;
    private final FieldState state;
    /** Of a column of a reference that has several, the column it points to; else null. */
    private final @Nullable SchemaField holds;

    private final int place;

    private @Nullable Boolean spans;

    SchemaField(SchemaModel model, String name, FieldState state) {
        this(model, name, state, null, 0);
    }

    private SchemaField(SchemaModel model, String name, FieldState state, @Nullable SchemaField holds, int place) {
        this.model = model;
        this.name = name;
        this.state = state;
        this.holds = holds;
        this.place = place;
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

    /** Whether there is one column for it in the model's table. */
    public boolean hasColumn() {
        return !isManyToMany() && !isComposite() && !spans();
    }

    /** Whether it points to a key with several fields, so that it has a column for each of them: {@link #columnFields}. */
    public boolean spans() {
        Boolean known = spans;
        if (known == null) {
            known = pointsToSeveral();
            spans = known;
        }
        return known;
    }

    private boolean pointsToSeveral() {
        if (!isForeignKey() || state.option("to_field") != null || !(state.option("to") instanceof String)) {
            return false;
        }
        ModelKey key = targetKey();
        return (key.equals(model.key()) || model.project().find(key) != null)
                && model.other(key).keyColumns().size() > 1;
    }

    /** The fields that have its columns: itself, or one for each field of the key it points to; none without a column. */
    public List<SchemaField> columnFields() {
        if (hasColumn()) {
            return List.of(this);
        }
        if (!spans()) {
            return List.of();
        }
        List<SchemaField> targets = targets();
        List<?> given = state.option("db_columns") instanceof List<?> names ? names : List.of();
        if (!given.isEmpty() && given.size() != targets.size()) {
            throw new MigrationException("The reference " + this + " names " + given.size() + " columns, but the key it"
                    + " points to has " + targets.size() + ": "
                    + targets.stream().map(SchemaField::column).toList());
        }
        List<SchemaField> parts = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String own = name + "_" + targets.get(i).column();
            Map<String, @Nullable Object> options = new LinkedHashMap<>();
            options.put("null", isNullable());
            options.put("db_column", given.isEmpty() ? own : String.valueOf(given.get(i)));
            if (state.has("default")) {
                options.put("default", state.option("default"));
            }
            parts.add(new SchemaField(model, own, FieldState.of(PART, options), targets.get(i), i));
        }
        return parts;
    }

    /** The part of a default that such a column takes; any other field takes the whole. */
    @Nullable
    Object partOfDefault(@Nullable Object given) {
        if (holds == null || given == null) {
            return given;
        }
        if (!(given instanceof List<?> values) || values.size() <= place) {
            throw new MigrationException(
                    "The default of " + this + " must be a list of values, one for each field of the"
                            + " key it points to: .defaultValue(List.of(...)).");
        }
        return values.get(place);
    }

    /** Of a column of a reference that has several, the column it points to; else null. */
    @Nullable
    SchemaField holds() {
        return holds;
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
        if (!(state.option("to") instanceof String)) {
            throw new MigrationException(
                    "Field " + name + " of " + model.key() + " does not say which model it points to");
        }
        return model.other(targetKey());
    }

    private ModelKey targetKey() {
        String to = String.valueOf(state.option("to"));
        return to.equals("self") ? model.key() : ModelKey.parse(to, model.key().app());
    }

    /** The columns that a foreign key's columns point to. */
    public List<SchemaField> targets() {
        return state.option("to_field") instanceof String
                ? List.of(target())
                : targetModel().keyColumns();
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
