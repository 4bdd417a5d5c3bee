package quintet.orm;

/** The sizes of batches. */
final class Batches {
    private Batches() {}

    static int checked(int size) {
        if (size <= 0) {
            throw new QueryError(QueryError.Kind.VALUE, "Batch size must be a positive integer.");
        }
        return size;
    }
}
