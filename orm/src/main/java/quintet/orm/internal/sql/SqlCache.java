package quintet.orm.internal.sql;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
        EXISTS,
        /** Whether conditions are met that name no column. */
        TEST,
        /** Values computed from all rows. */
        AGGREGATE,
        /** To insert rows. */
        INSERT,
        /** To change them. */
        UPDATE,
        /** To delete them. */
        DELETE
    }

    /** One map for each purpose, so that a query can be looked up as it is. */
    private final Map<Purpose, ConcurrentHashMap<Object, Compiled>> texts = new EnumMap<>(Purpose.class);

    /** Without texts. */
    public SqlCache() {
        for (Purpose purpose : Purpose.values()) {
            texts.put(purpose, new ConcurrentHashMap<>());
        }
    }

    /** The text of a query, made if it is not there. */
    public Compiled get(Object query, Purpose purpose, Supplier<Compiled> make) {
        ConcurrentHashMap<Object, Compiled> kept = Objects.requireNonNull(texts.get(purpose));
        Compiled known = kept.get(query);
        if (known != null) {
            return known;
        }
        Compiled made = make.get();
        if (size() >= LIMIT) {
            // Forms made of user input (long lists, dynamic filters) must not fill the memory.
            texts.values().forEach(ConcurrentHashMap::clear);
        }
        kept.put(query, made);
        return made;
    }

    /** How many texts are kept. */
    public int size() {
        int size = 0;
        for (ConcurrentHashMap<Object, Compiled> kept : texts.values()) {
            size += kept.size();
        }
        return size;
    }
}
