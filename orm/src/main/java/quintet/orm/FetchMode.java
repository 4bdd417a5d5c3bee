package quintet.orm;

/** What happens when a relation is used that was not loaded with its row. Answers to Django 6.1's fetch modes. */
public enum FetchMode {
    /** Load it for this row and, with the same query, for up to 99 rows of the same result. The default. */
    PEERS,
    /** Load it for this row alone. */
    ONE,
    /** Fail: whatever is used has to be asked for with {@code selectRelated} or {@code prefetchRelated}. */
    RAISE
}
