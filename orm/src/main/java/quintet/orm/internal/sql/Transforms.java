package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may follow a field in a path: {@code published__year}, a key of a JSON value. */
final class Transforms {
    static final Set<String> DATE_PARTS =
            Set.of("year", "iso_year", "month", "day", "week", "week_day", "iso_week_day", "quarter");
    static final Set<String> TIME_PARTS = Set.of("hour", "minute", "second");

    private static final Set<String> UNITS =
            Set.of("year", "quarter", "month", "week", "day", "hour", "minute", "second");

    private Transforms() {}

    /** Units become part of the SQL text, so only known ones may. */
    static void checkUnit(String unit) {
        // Other words are left to the database: PostgreSQL knows decades and centuries too.
        if (!UNITS.contains(unit) && !unit.matches("[a-z]{1,20}")) {
            throw new quintet.orm.QueryError(
                    quintet.orm.QueryError.Kind.VALUE,
                    "There is no unit '" + unit + "'.",
                    quintet.core.Suggestions.didYouMean(unit, UNITS));
        }
    }

    /** The time zone among a function's options, or null. */
    static @Nullable String zone(List<String> options) {
        for (String option : options) {
            if (option.startsWith("tz:")) {
                return option.substring(3);
            }
        }
        return null;
    }

    /** Parts become part of the SQL text, so only known ones may. */
    static void checkPart(String part) {
        if (!DATE_PARTS.contains(part) && !TIME_PARTS.contains(part)) {
            throw new quintet.orm.QueryError(
                    quintet.orm.QueryError.Kind.VALUE,
                    "There is no part '" + part + "' of a date.",
                    quintet.core.Suggestions.didYouMean(part, DATE_PARTS));
        }
    }

    /** Parts become part of the SQL text, so only known ones may. */
    static String checkedPart(String part) {
        if (!DATE_PARTS.contains(part) && !TIME_PARTS.contains(part)) {
            throw new quintet.orm.QueryError("There is no part '" + part + "' of dates."
                    + quintet.core.Suggestions.didYouMean(part, DATE_PARTS));
        }
        return part;
    }

    /** One transform, or null if the type has none of this name. */
    static @Nullable R find(R value, String name) {
        return switch (value.type().base()) {
            case DATE -> DATE_PARTS.contains(name) ? extract(value, name) : null;
            case TIME -> TIME_PARTS.contains(name) ? extract(value, name) : null;
            case DATETIME ->
                switch (name) {
                    case "date" -> new R.Fn("TruncDate", List.of(value), List.of(), ValueType.DATE);
                    case "time" -> new R.Fn("TruncTime", List.of(value), List.of(), ValueType.TIME);
                    default -> DATE_PARTS.contains(name) || TIME_PARTS.contains(name) ? extract(value, name) : null;
                };
            case JSON -> Lookups.isLookup(name) ? null : json(value, key(name));
            default -> PostgresLookups.transform(value, name);
        };
    }

    private static R extract(R value, String part) {
        return new R.Fn("Extract", List.of(value), List.of(part), ValueType.INT);
    }

    private static Object key(String name) {
        if (name.matches("-?\\d{1,9}")) {
            return Integer.valueOf(name);
        }
        return name;
    }

    /** A key or index of a JSON value. */
    static R json(R value, Object key) {
        if (value.type().base() == ValueType.Base.HSTORE) {
            return PostgresLookups.key(value, key.toString());
        }
        List<Object> keys = new ArrayList<>();
        R base = value;
        if (value instanceof R.Json json) {
            keys.addAll(json.keys());
            base = json.base();
        }
        keys.add(key);
        return new R.Json(base, List.copyOf(keys), ValueType.JSON);
    }
}
