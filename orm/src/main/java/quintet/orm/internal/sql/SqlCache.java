package quintet.orm.internal.sql;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** SQL texts by the form of their queries. */
public final class SqlCache {
    private static final int LIMIT = 4000;

    /** What is asked of a query. */
    public enum Purpose {
        /** Objects or rows of values. */
        ROWS,
        /** Their number. */
        COUNT,
        /** Whether there are any. */
        EXISTS
    }

    private record Key(Object query, Object purpose) {}

    private final ConcurrentHashMap<Key, Compiled> texts = new ConcurrentHashMap<>();

    /** The text of a query, made if it is not there. */
    public Compiled get(Object query, Object purpose, Supplier<Compiled> make) {
        Key key = new Key(query, purpose);
        Compiled known = texts.get(key);
        if (known != null) {
            return known;
        }
        Compiled made = make.get();
        if (texts.size() >= LIMIT) {
            // Forms made of user input (long lists, dynamic filters) must not fill the memory.
            texts.clear();
        }
        texts.put(key, made);
        return made;
    }

    /** How many texts are kept. */
    public int size() {
        return texts.size();
    }
}
