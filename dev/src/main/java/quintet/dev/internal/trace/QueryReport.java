package quintet.dev.internal.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements of a request with what is suspicious about them.
 *
 * @param rows the statements in order
 * @param repeated queries that were asked again and again from one place: an N+1
 * @param more how many further statements were run that are not kept
 */
public record QueryReport(List<Row> rows, List<Repeats.Repeated> repeated, int more) {
    /**
     * A statement.
     *
     * @param query what was run
     * @param duplicates how many statements have the same text and values; 1 is this one alone
     * @param similar how many have the same text
     */
    public record Row(RanQuery query, int duplicates, int similar) {
        /** Whether the same was asked before or later. */
        public boolean isDuplicate() {
            return duplicates > 1;
        }

        /** Whether the same text ran with other values. */
        public boolean isSimilar() {
            return similar > 1 && similar > duplicates;
        }
    }

    static QueryReport of(List<RanQuery> queries, int count) {
        Map<String, Integer> byText = new LinkedHashMap<>();
        Map<List<Object>, Integer> byValues = new LinkedHashMap<>();
        Repeats repeats = new Repeats();
        for (RanQuery query : queries) {
            byText.merge(query.sql(), 1, Integer::sum);
            byValues.merge(key(query), 1, Integer::sum);
            repeats.saw(query.sql(), query.place());
        }
        List<Row> rows = new ArrayList<>();
        for (RanQuery query : queries) {
            rows.add(new Row(query, byValues.getOrDefault(key(query), 1), byText.getOrDefault(query.sql(), 1)));
        }
        return new QueryReport(rows, repeats.found(), count - queries.size());
    }

    private static List<Object> key(RanQuery query) {
        return List.of(query.database(), query.sql(), query.parameters());
    }
}
