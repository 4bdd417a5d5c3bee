package quintet.conform.ormsql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.conform.Values;
import quintet.core.Json;

/**
 * Compares an answer with a recording. SQL is not compared. Rows without an order are compared as a set; moments as such,
 * whatever the offset they are written with; of PostgreSQL's messages not the excerpt of the statement.
 */
final class Comparison {
    private static final Set<String> JUDGED = Set.of(
            "result",
            "query_count",
            "access_values",
            "db_changes",
            "error",
            "message",
            "empty_result_set",
            "protected_objects",
            "restricted_objects");

    private Comparison() {}

    static boolean matches(Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> answer) {
        for (Map.Entry<String, @Nullable Object> entry : recorded.entrySet()) {
            // Sequences go on counting when a case is rolled back: new keys depend on the cases before.
            boolean counts = entry.getKey().equals("postgres");
            if (!(answer.get(entry.getKey()) instanceof Map<?, ?> given)
                    || !(entry.getValue() instanceof Map<?, ?> wanted)
                    || !equal(counts ? NewKeys.named(wanted) : wanted, counts ? NewKeys.named(given) : given)) {
                return false;
            }
        }
        return true;
    }

    /** Whether another database gives the rows recorded on SQLite, or an error where SQLite gave one. */
    static boolean sameRows(Map<String, @Nullable Object> recorded, Map<String, @Nullable Object> answer) {
        if (!(recorded.get("sqlite") instanceof Map<?, ?> wanted)
                || !(answer.get("sqlite") instanceof Map<?, ?> given)) {
            return false;
        }
        if (wanted.containsKey("error")) {
            return given.containsKey("error");
        }
        Map<String, @Nullable Object> rows = new LinkedHashMap<>();
        NewKeys.named(wanted).forEach((key, value) -> rows.put(String.valueOf(key), value));
        Map<String, @Nullable Object> own = new LinkedHashMap<>();
        NewKeys.named(given).forEach((key, value) -> own.put(String.valueOf(key), value));
        // How often it had to ask is the database's affair.
        rows.remove("query_count");
        own.remove("query_count");
        rows.put("result", numbers(rows.get("result")));
        own.put("result", numbers(own.get("result")));
        return equal(rows, own);
    }

    /** Decimals by their value: SQLite computes with fractions of 15 digits, other databases write out their places. */
    private static @Nullable Object numbers(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(numbers(item)));
            return copy;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("$decimal") instanceof String text) {
            BigDecimal number = new BigDecimal(text).setScale(6, RoundingMode.HALF_EVEN);
            return Map.of("$decimal", number.stripTrailingZeros().toPlainString());
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), numbers(item)));
        return copy;
    }

    private static boolean equal(Map<?, ?> wanted, Map<?, ?> given) {
        boolean sort = Boolean.FALSE.equals(wanted.get("ordered"));
        for (String key : JUDGED) {
            Object a = normal(wanted.get(key));
            Object b = normal(given.get(key));
            switch (key) {
                case "message" -> {
                    a = message(a);
                    b = message(b);
                }
                case "result" -> {
                    a = sort ? sorted(a) : a;
                    b = sort ? sorted(b) : b;
                }
                case "protected_objects", "restricted_objects" -> {
                    a = sorted(a);
                    b = sorted(b);
                }
                default -> {}
            }
            if (!wanted.containsKey(key) && given.containsKey(key) && !key.equals("empty_result_set")) {
                return false;
            }
            if (!Values.equal(Moments.fill(a, b), b)) {
                return false;
            }
        }
        return true;
    }

    /** Sets of objects in a message come in any order; a statement's excerpt is not compared. */
    private static @Nullable Object message(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (text.equals("user-defined function raised exception")
                || text.startsWith("regexp: ")
                || text.startsWith("django_")
                || text.equals("math domain error")) {
            // Python's driver has one message for all functions added to SQLite; ours say what is wrong.
            return "function";
        }
        String plain = text.replaceAll("\nLINE 1:[^\n]*\n[^\n]*\n", "\n");
        int open = plain.indexOf('{');
        if (plain.startsWith("(\"Cannot delete") && open > 0) {
            List<String> parts = new ArrayList<>(
                    List.of(plain.substring(open + 1, plain.length() - 2).split("(?<=>), ")));
            parts.sort(null);
            return plain.substring(0, open) + parts;
        }
        return plain.replaceAll("Failing row contains \\(.*\\)", "Failing row contains (...)");
    }

    private static @Nullable Object sorted(@Nullable Object rows) {
        if (!(rows instanceof List<?> list)) {
            return rows;
        }
        List<@Nullable Object> copy = new ArrayList<>(list);
        copy.sort(Comparator.comparing(row -> Json.write(row, Json.Style.COMPACT)));
        return copy;
    }

    /** Moments in UTC. */
    private static @Nullable Object normal(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(normal(item)));
            return copy;
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.get("$dict") instanceof List<?> pairs && pairs.isEmpty()) {
            return Map.of();
        }
        if (map.get("$datetime") instanceof String plain) {
            // Java's moments have no zone; without one, UTC is meant.
            String text = plain.matches(".*T.*[+-]\\d\\d:\\d\\d(:\\d\\d)?$") ? plain : plain + "+00:00";
            return Map.of(
                    "$datetime",
                    OffsetDateTime.parse(text)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toString());
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(String.valueOf(key), normal(item)));
        return copy;
    }
}
