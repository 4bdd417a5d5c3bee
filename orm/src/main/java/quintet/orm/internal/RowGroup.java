package quintet.orm.internal;

import java.util.ArrayList;
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

    private final List<KeyedModel<?>> rows;
    private final FetchMode mode;

    /** An empty group. */
    public RowGroup(FetchMode mode) {
        this.mode = mode;
        this.rows = mode == FetchMode.PEERS ? new ArrayList<>() : List.of();
    }

    /** The rows. */
    public List<KeyedModel<?>> rows() {
        return rows;
    }

    /** How missing relations are loaded. */
    public FetchMode mode() {
        return mode;
    }

    /** Adds a row. */
    public void add(KeyedModel<?> row) {
        if (mode == FetchMode.PEERS) {
            rows.add(row);
        }
    }

    /** Whether the next row needs a group of its own. */
    public boolean isFull() {
        return rows.size() >= LIMIT;
    }
}
