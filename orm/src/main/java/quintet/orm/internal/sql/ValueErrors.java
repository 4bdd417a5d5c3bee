package quintet.orm.internal.sql;

import java.util.regex.Pattern;
import quintet.fields.PythonText;
import quintet.orm.QueryError;

/** What is said about values that a field cannot have. */
final class ValueErrors {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}[T ]\\d{1,2}:\\d{1,2}(:\\d{1,2}([.,]\\d+)?)?.*");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{1,2}(:\\d{1,2}([.,]\\d+)?)?");

    private ValueErrors() {}

    static QueryError wrong(ValueType type, Object value) {
        String where = type.field() == null ? "" : "(The field is " + type.field() + ".)";
        String text = "“" + PythonText.of(value) + "”";
        return switch (type.base()) {
            case INTEGER, FLOAT -> number(type, value, where);
            case DECIMAL -> format(text + " value must be a decimal number.", where);
            case BOOLEAN ->
                format(
                        text
                                + (type.field() != null && type.field().isNullable()
                                        ? " value must be either True, False, or None."
                                        : " value must be either True or False."),
                        where);
            case DATE -> date(text, value, where);
            case DATETIME -> moment(text, value, where);
            case TIME ->
                format(
                        text
                                + (TIME.matcher(value.toString()).matches()
                                        ? " value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time."
                                        : " value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format."),
                        where);
            case DURATION ->
                format(text + " value has an invalid format. It must be in [DD] [[HH:]MM:]ss[.uuuuuu] format.", where);
            case UUID -> format(text + " is not a valid UUID.", where);
            default -> new QueryError(QueryError.Kind.VALUE, text + " is no value for this field.", where);
        };
    }

    private static QueryError number(ValueType type, Object value, String where) {
        String name = type.field() == null
                ? "None"
                : type.field().isReference()
                        ? type.field().targetField().name()
                        : type.field().name();
        boolean readable = value instanceof String || value instanceof Number || value instanceof Boolean;
        return new QueryError(
                readable ? QueryError.Kind.VALUE : QueryError.Kind.TYPE,
                "Field '" + name + "' expected a number but got " + repr(value) + ".",
                where);
    }

    private static String repr(Object value) {
        return value instanceof String text ? "'" + text + "'" : PythonText.of(value);
    }

    private static QueryError date(String text, Object value, String where) {
        return format(
                text
                        + (DATE.matcher(value.toString()).matches()
                                ? " value has the correct format (YYYY-MM-DD) but it is an invalid date."
                                : " value has an invalid date format. It must be in YYYY-MM-DD format."),
                where);
    }

    private static QueryError moment(String text, Object value, String where) {
        String given = value.toString();
        if (DATE.matcher(given).matches()) {
            return format(text + " value has the correct format (YYYY-MM-DD) but it is an invalid date.", where);
        }
        if (MOMENT.matcher(given).matches()) {
            return format(
                    text
                            + " value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid"
                            + " date/time.",
                    where);
        }
        return format(
                text + " value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.", where);
    }

    private static QueryError format(String says, String where) {
        return new QueryError(QueryError.Kind.FORMAT, says, where);
    }
}
