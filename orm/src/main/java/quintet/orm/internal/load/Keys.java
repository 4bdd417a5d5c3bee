package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Conditions on keys. */
final class Keys {
    /** How many keys one query asks for: enough to be few queries, few enough for all databases. */
    private static final int PORTION = 500;

    private Keys() {}

    /** The rows with a key; a list for a composite one. */
    static Query filter(Query query, Object key) {
        return query.filter(new Node.Lookup(new Node.Path("pk"), "exact", new Node.Param(key)));
    }

    /** The rows whose value at a path is one of some. */
    static Node.Cond in(String path, Collection<?> values) {
        return new Node.Lookup(new Node.Path(path), "in", new Node.Param(padded(values)));
    }

    /** Repeats the last value up to a round number, so that lists of nearly the same length share one SQL text. */
    private static List<Object> padded(Collection<?> values) {
        List<Object> list = new ArrayList<>(values);
        int size = list.size();
        if (size > 3) {
            int round = Integer.highestOneBit(size - 1) * 2;
            while (list.size() < round) {
                list.add(list.getLast());
            }
        }
        return list;
    }

    /** The values in portions, each value once. */
    static List<List<Object>> portions(Collection<?> values) {
        return split(new ArrayList<>(new java.util.LinkedHashSet<>(values)));
    }

    /** A list in portions. */
    static <T> List<List<T>> split(List<T> all) {
        List<List<T>> portions = new ArrayList<>();
        for (int i = 0; i < all.size(); i += PORTION) {
            portions.add(all.subList(i, Math.min(all.size(), i + PORTION)));
        }
        return portions;
    }
}
