package quintet.orm.internal.migrations.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;
import quintet.orm.FieldState;

/** Conditions over columns of lists, ranges and texts by keys, in tables' definitions. */
final class PostgresConditions {
    private static final Map<String, String> BOUNDS = Map.of(
            "IntegerRangeField", "IntegerField",
            "BigIntegerRangeField", "BigIntegerField",
            "DecimalRangeField", "DecimalField",
            "DateRangeField", "DateField",
            "DateTimeRangeField", "DateTimeField");

    private static final Map<String, String> RANGE_TESTS = Map.of(
            "isempty", "ISEMPTY",
            "lower_inc", "LOWER_INC",
            "lower_inf", "LOWER_INF",
            "upper_inc", "UPPER_INC",
            "upper_inf", "UPPER_INF");

    private static final Map<String, String> OPERATORS = Map.of(
            "contains", "@>",
            "contained_by", "<@",
            "overlap", "&&",
            "fully_lt", "<<",
            "fully_gt", ">>",
            "not_lt", "&>",
            "not_gt", "&<",
            "adjacent_to", "-|-");

    private final SchemaDialect dialect;
    private final ConditionSql conditions;

    PostgresConditions(SchemaDialect dialect, ConditionSql conditions) {
        this.dialect = dialect;
        this.conditions = conditions;
    }

    /** A part of a path: its SQL and the field it is like. */
    private record Part(String sql, SchemaField field) {}

    /** Whether a field's conditions are of this kind. */
    static boolean handles(SchemaField field) {
        return field.type().equals("ArrayField") || field.type().equals("HStoreField") || isRange(field);
    }

    private static boolean isRange(SchemaField field) {
        return BOUNDS.containsKey(field.type());
    }

    /** The condition; {@code steps} are the names behind the field's. */
    String sql(SchemaField field, String column, List<String> steps, @Nullable Object value) {
        Part at = new Part(column, field);
        for (int i = 0; i < steps.size(); i++) {
            Part next = step(at, steps.get(i));
            if (next == null) {
                return compare(at, String.join("__", steps.subList(i, steps.size())), value);
            }
            at = next;
        }
        return compare(at, "exact", value);
    }

    private static @Nullable Part step(Part at, String name) {
        if (at.field().type().equals("ArrayField")) {
            return array(at, name);
        }
        if (at.field().type().equals("HStoreField")) {
            boolean lookup = OPERATORS.containsKey(name) || name.startsWith("has_") || name.equals("exact");
            return lookup || name.equals("isnull")
                    ? null
                    : new Part("(" + at.sql() + " -> " + Literals.quoted(name) + ")", like(at, "TextField"));
        }
        return isRange(at.field()) ? range(at, name) : null;
    }

    private static SchemaField like(Part at, String type) {
        return at.field().copy(at.field().model(), FieldState.of(type, Map.of()));
    }

    private static @Nullable Part array(Part at, String name) {
        String column = at.sql();
        if (name.equals("len")) {
            String sql =
                    "CASE WHEN " + column + " IS NULL THEN NULL ELSE COALESCE(ARRAY_LENGTH(" + column + ", 1), 0) END";
            return new Part(sql, like(at, "IntegerField"));
        }
        if (name.matches("\\d{1,9}")) {
            return new Part(
                    "(" + column + ")[" + (Integer.parseInt(name) + 1) + "]",
                    at.field().item());
        }
        if (name.matches("\\d{1,9}_\\d{1,9}")) {
            String[] ends = name.split("_");
            return new Part(
                    "(" + column + ")[" + (Integer.parseInt(ends[0]) + 1) + ":" + Integer.parseInt(ends[1]) + "]",
                    at.field());
        }
        return null;
    }

    private static @Nullable Part range(Part at, String name) {
        String test = RANGE_TESTS.get(name);
        if (test != null) {
            return new Part(test + "(" + at.sql() + ")", like(at, "BooleanField"));
        }
        String bound = BOUNDS.get(at.field().type());
        return bound == null || !(name.equals("startswith") || name.equals("endswith"))
                ? null
                : new Part((name.equals("startswith") ? "LOWER(" : "UPPER(") + at.sql() + ")", like(at, bound));
    }

    private String compare(Part at, String lookup, @Nullable Object value) {
        String operator = OPERATORS.get(lookup);
        if (operator == null || !handles(at.field()) || value == null) {
            return conditions.compare(at.field(), at.sql(), lookup, value);
        }
        String bound = BOUNDS.get(at.field().type());
        boolean one = bound != null && lookup.equals("contains") && !(value instanceof Range<?>);
        SchemaField type = one ? like(at, bound) : at.field();
        return at.sql() + " " + operator + " " + dialect.literal(dialect.prepare(type, value));
    }
}
