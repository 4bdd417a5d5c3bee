package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.QueryError;

/** What comes before a query to have it explained, with options, which become part of the text: only known ones may. */
final class Explain {
    private static final Set<String> POSTGRES_FLAGS = Set.of(
            "analyze", "buffers", "costs", "generic_plan", "memory", "settings", "summary", "timing", "verbose", "wal");
    private static final Set<String> SERIALIZE = Set.of("none", "text", "binary");

    private Explain() {}

    static String postgres(Map<String, ?> options) {
        List<String> parts = new ArrayList<>();
        options.forEach((name, value) -> {
            String option = name.toLowerCase(Locale.ROOT);
            String word = String.valueOf(value).toUpperCase(Locale.ROOT);
            if (option.equals("format")) {
                parts.add("FORMAT " + format(value, Set.of("JSON", "TEXT", "XML", "YAML")));
            } else if (option.equals("serialize")
                    && SERIALIZE.contains(String.valueOf(value).toLowerCase(Locale.ROOT))) {
                parts.add("SERIALIZE " + word);
            } else if (POSTGRES_FLAGS.contains(option) && value instanceof Boolean) {
                parts.add(option.toUpperCase(Locale.ROOT) + " " + word);
            } else {
                throw unknown(name, POSTGRES_FLAGS);
            }
        });
        return parts.isEmpty() ? "EXPLAIN " : "EXPLAIN (" + String.join(", ", parts) + ") ";
    }

    /** MySQL has {@code EXPLAIN ANALYZE}, MariaDB {@code ANALYZE} in its place. */
    static String mysql(Map<String, ?> options, Server server) {
        boolean maria = server.isMariaDb();
        boolean analyze = false;
        String format = "";
        for (Map.Entry<String, ?> option : options.entrySet()) {
            switch (option.getKey().toLowerCase(Locale.ROOT)) {
                case "format" -> {
                    format = format(
                            option.getValue(),
                            maria
                                    ? Set.of("JSON", "TEXT", "TRADITIONAL")
                                    : Set.of("JSON", "TEXT", "TRADITIONAL", "TREE"));
                    // Django's other name for the table, as on other databases.
                    format = format.equals("TEXT") ? "TRADITIONAL" : format;
                }
                case "analyze" -> analyze = Boolean.TRUE.equals(option.getValue());
                default -> throw unknown(option.getKey(), Set.of("analyze", "format"));
            }
        }
        if (maria) {
            return (analyze ? "ANALYZE " : "EXPLAIN ")
                    + (format.isEmpty() || format.equals("TRADITIONAL") ? "" : "FORMAT=" + format + " ");
        }
        // What was measured comes as a tree only, which is also the most readable of the others.
        return analyze ? "EXPLAIN ANALYZE " : "EXPLAIN FORMAT=" + (format.isEmpty() ? "TREE" : format) + " ";
    }

    static String sqlite(Map<String, ?> options) {
        if (options.containsKey("format")) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    options.get("format") + " is not a recognized format.",
                    "SQLite explains in one form: leave the format out.");
        }
        if (!options.isEmpty()) {
            throw unknown(String.join(", ", options.keySet()), Set.of());
        }
        return "EXPLAIN QUERY PLAN ";
    }

    private static String format(@Nullable Object value, Set<String> known) {
        String word = String.valueOf(value).toUpperCase(Locale.ROOT);
        if (!known.contains(word)) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    value + " is not a recognized format. Allowed formats: "
                            + String.join(", ", known.stream().sorted().toList()) + ".");
        }
        return word;
    }

    private static QueryError unknown(String name, Set<String> known) {
        return new QueryError(QueryError.Kind.VALUE, "Unknown options: " + name, Suggestions.didYouMean(name, known));
    }
}
