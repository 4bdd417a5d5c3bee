package quintet.orm.internal;

import java.util.Arrays;
import java.util.List;
import quintet.orm.FetchMode;
import quintet.orm.KeyedModel;

/**
 * Up to {@value #LIMIT} rows of one result. The first of them that needs a relation loads it for all (Django 6.1's
 * FETCH_PEERS). The limit bounds what one row that is kept can keep alive.
 */
public final class RowGroup {
    /** The most rows in a group. */
    public static final int LIMIT = 100;

    private final FetchMode mode;
    /** With room for one at first: many results have one row. */
    private KeyedModel<?>[] rows = new KeyedModel<?>[1];

    private int count;

    /** An empty group. */
    public RowGroup(FetchMode mode) {
        this.mode = mode;
    }

    /** The rows. */
    public List<KeyedModel<?>> rows() {
        return Arrays.asList(rows).subList(0, count);
    }

    /** How missing relations are loaded. */
    public FetchMode mode() {
        return mode;
    }

    /** Adds a row. */
    public void add(KeyedModel<?> row) {
        if (mode == FetchMode.PEERS) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, Math.min(LIMIT, count * 3 + 5));
            }
            rows[count++] = row;
        }
    }

    /** Whether the next row needs a group of its own. */
    public boolean isFull() {
        return count >= LIMIT;
    }
}
