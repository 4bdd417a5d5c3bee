package quintet.orm.internal.sql;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.orm.QueryError;
import quintet.orm.internal.sql.ValueType.Base;

/** Which parts of which dates and times can be taken or cut off: a date has no hours, a text has neither. */
final class DateRules {
    private static final Set<Base> MOMENTS = Set.of(Base.DATE, Base.DATETIME, Base.TIME);
    private static final Set<String> OF_DATES =
            Set.of("year", "iso_year", "month", "week", "week_day", "iso_week_day", "quarter");
    private static final Set<String> TRUNCATED_DATES = Set.of("year", "quarter", "month", "week", "day", "date");
    private static final String HOW = "Take a field of the right kind, or cast it first.";

    private DateRules() {}

    /**
     * Checks a function of dates; others are left alone.
     *
     * @param output the type the caller asked for, or null
     */
    static void check(String name, List<R> arguments, List<String> options, @Nullable ValueType output) {
        boolean truncates = name.startsWith("Trunc");
        if ((!truncates && !name.equals("Extract")) || arguments.isEmpty()) {
            return;
        }
        ValueType from = arguments.getFirst().type();
        if (from.kind() == null) {
            return;
        }
        if (truncates) {
            String unit = name.equals("Trunc")
                    ? options.getFirst()
                    : name.substring(5).toLowerCase(java.util.Locale.ROOT);
            truncated(from, unit, wanted(name, options, output));
        } else {
            extracted(from, options.getFirst());
        }
        boolean zoned = name.equals("Trunc") || name.equals("Extract");
        if (zoned && Transforms.zone(options) != null && from.base() != Base.DATETIME) {
            throw error("tzinfo can only be used with DateTimeField.");
        }
    }

    /** The kind that was asked for, or null where it is that of the source. */
    private static @Nullable FieldKind wanted(String name, List<String> options, @Nullable ValueType output) {
        if (name.equals("TruncDate") || options.contains("date")) {
            return FieldKind.DATE;
        }
        if (name.equals("TruncTime")) {
            return FieldKind.TIME;
        }
        return options.contains("datetime") ? FieldKind.DATETIME : output == null ? null : output.kind();
    }

    private static void truncated(ValueType from, String unit, @Nullable FieldKind wanted) {
        if (!MOMENTS.contains(from.base())) {
            throw new QueryError(
                    QueryError.Kind.TYPE, repr(from) + " isn't a DateField, TimeField, or DateTimeField.", HOW);
        }
        if (wanted != null && wanted != FieldKind.DATE && wanted != FieldKind.TIME && wanted != FieldKind.DATETIME) {
            throw error("output_field must be either DateField, TimeField, or DateTimeField");
        }
        boolean moment = wanted == FieldKind.DATETIME;
        boolean wrong = switch (from.base()) {
            case DATE -> moment || Transforms.TIME_PARTS.contains(unit) || unit.equals("time");
            case TIME -> moment || TRUNCATED_DATES.contains(unit);
            default -> false;
        };
        if (wrong) {
            FieldKind told = wanted == null || wanted == from.kind() ? FieldKind.DATETIME : wanted;
            throw error(
                    "Cannot truncate " + FieldClasses.name(from) + " " + repr(from) + " to " + told.djangoName() + ".");
        }
    }

    private static void extracted(ValueType from, String part) {
        if (!MOMENTS.contains(from.base()) && from.base() != Base.DURATION) {
            throw error("Extract input expression must be DateField, DateTimeField, TimeField, or DurationField.");
        }
        if (from.base() == Base.DATE && Transforms.TIME_PARTS.contains(part)) {
            throw error("Cannot extract time component '" + part + "' from DateField " + repr(from) + ".");
        }
        if (from.base() == Base.DURATION && OF_DATES.contains(part)) {
            throw error("Cannot extract component '" + part + "' from DurationField " + repr(from) + ".");
        }
    }

    private static String repr(ValueType type) {
        return type.field() == null ? "None" : "'" + type.field().name() + "'";
    }

    private static QueryError error(String says) {
        return new QueryError(QueryError.Kind.VALUE, says, HOW);
    }
}
