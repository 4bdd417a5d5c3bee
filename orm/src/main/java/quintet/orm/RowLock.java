package quintet.orm;

import java.util.List;

/**
 * How {@code forUpdate} locks rows. Django's options of {@code select_for_update}.
 *
 * @param nowait fail at once where others have locked a row
 * @param skipLocked leave out rows that others have locked
 * @param noKey let others still add rows that point to the locked ones (PostgreSQL)
 * @param of the relations whose rows are locked; {@code self} for the model's own; empty: all
 */
public record RowLock(boolean nowait, boolean skipLocked, boolean noKey, List<String> of) {
    /** Waits for others, locks the rows of all tables. */
    public static final RowLock DEFAULT = new RowLock(false, false, false, List.of());

    /** Copies the list; nowait and skipLocked exclude each other. */
    public RowLock {
        of = List.copyOf(of);
        if (nowait && skipLocked) {
            throw new QueryError(
                    QueryError.Kind.VALUE, "The nowait option cannot be used with skip_locked.", "Choose one of them.");
        }
    }
}
