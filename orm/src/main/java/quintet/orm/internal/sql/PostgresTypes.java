package quintet.orm.internal.sql;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.fields.Range;
import quintet.orm.QueryError;

/** The names of PostgreSQL's types. */
final class PostgresTypes {
    private PostgresTypes() {}

    static String of(ValueType type) {
        return switch (type.base()) {
            case INTEGER -> whole(type);
            case BOOLEAN -> "boolean";
            case FLOAT -> "double precision";
            case DECIMAL -> type.digits() > 0 ? "numeric(" + type.digits() + ", " + type.places() + ")" : "numeric";
            case DATE -> "date";
            case TIME -> "time";
            case DATETIME -> "timestamp with time zone";
            case DURATION -> "interval";
            case UUID -> "uuid";
            case BINARY -> "bytea";
            case JSON -> "jsonb";
            case ARRAY -> array(type);
            case HSTORE -> "hstore";
            case RANGE -> range(type);
            case SEARCH -> "tsvector";
            default -> type.kind() == FieldKind.CHAR ? "varchar" : "text";
        };
    }

    private static String array(ValueType type) {
        ValueType item = type.item() == null ? ValueType.LONG_TEXT : type.item();
        if (item.base() == ValueType.Base.TEXT && item.kind() != null) {
            // Arrays of varchar and of text cannot be compared with each other.
            return switch (item.kind()) {
                case CHAR, EMAIL, SLUG, URL, FILE, IMAGE, FILE_PATH -> "varchar[]";
                case IP_ADDRESS -> "inet[]";
                default -> "text[]";
            };
        }
        return of(item) + "[]";
    }

    private static String range(ValueType type) {
        return switch (type.kind()) {
            case INTEGER_RANGE -> "int4range";
            case BIG_INTEGER_RANGE -> "int8range";
            case DATE_RANGE -> "daterange";
            case DATETIME_RANGE -> "tstzrange";
            case null, default -> "numrange";
        };
    }

    /** What a kind's values are made of where nothing else is said; null: of nothing. */
    static @Nullable ValueType itemOf(FieldKind kind) {
        return switch (kind) {
            case INTEGER_RANGE -> ValueType.INT;
            case BIG_INTEGER_RANGE -> ValueType.LONG;
            case DECIMAL_RANGE -> ValueType.DECIMAL;
            case DATE_RANGE -> ValueType.DATE;
            case DATETIME_RANGE -> ValueType.DATETIME;
            case ARRAY, HSTORE -> ValueType.LONG_TEXT;
            default -> null;
        };
    }

    /** What a list holds; {@code deep}: what the lists within it hold, however deep they are. */
    static ValueType innermost(ValueType list, boolean deep) {
        ValueType item = list.item() == null ? ValueType.OBJECT : list.item();
        while (list.base() == ValueType.Base.ARRAY && item.base() == ValueType.Base.ARRAY && item.item() != null) {
            if (!deep) {
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "PostgreSQL takes lists of lists apart down to their innermost values.",
                        "Write unnestDeep(lists, Integer.class), with the type these have.");
            }
            item = item.item();
        }
        return item;
    }

    /** The type of a range between two values of a type. */
    static ValueType rangeOver(ValueType bound) {
        FieldKind kind = switch (bound.base()) {
            case INTEGER -> whole(bound).equals("bigint") ? FieldKind.BIG_INTEGER_RANGE : FieldKind.INTEGER_RANGE;
            case DATE -> FieldKind.DATE_RANGE;
            case DATETIME -> FieldKind.DATETIME_RANGE;
            case DECIMAL, FLOAT -> FieldKind.DECIMAL_RANGE;
            default ->
                throw new QueryError(
                        QueryError.Kind.VALUE,
                        "A range is made of two numbers, dates or moments.",
                        "This value is a "
                                + (bound.kind() == null
                                        ? bound.base()
                                        : bound.kind().djangoName()) + ".");
        };
        return new ValueType(ValueType.Base.RANGE, Range.class, -1, -1, kind, null, bound.computed());
    }

    /** The type of a range by its bounds. */
    static ValueType ofRange(Range<?> range) {
        Object bound = range.lower() == null ? range.upper() : range.lower();
        FieldKind kind = switch (bound) {
            case Integer n -> FieldKind.INTEGER_RANGE;
            case Short n -> FieldKind.INTEGER_RANGE;
            case Long n -> FieldKind.BIG_INTEGER_RANGE;
            case LocalDate date -> FieldKind.DATE_RANGE;
            case Temporal moment -> FieldKind.DATETIME_RANGE;
            case null, default -> FieldKind.DECIMAL_RANGE;
        };
        return new ValueType(ValueType.Base.RANGE, Range.class, -1, -1, kind, null, itemOf(kind));
    }

    private static String whole(ValueType type) {
        FieldKind kind = type.kind();
        if (kind == FieldKind.INTEGER || kind == FieldKind.POSITIVE_INTEGER || kind == FieldKind.AUTO) {
            return "integer";
        }
        return kind == FieldKind.SMALL_INTEGER
                        || kind == FieldKind.POSITIVE_SMALL_INTEGER
                        || kind == FieldKind.SMALL_AUTO
                ? "smallint"
                : "bigint";
    }
}
