package quintet.orm.internal.sql;

import quintet.fields.FieldKind;

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
            default -> type.kind() == FieldKind.CHAR ? "varchar" : "text";
        };
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
