package quintet.orm;

/**
 * The JSON value {@code null}, to be told from a column that is NULL: {@code book.extra = JsonNull.VALUE}. Read back it is null, as
 * a NULL is; queries tell the two apart with {@code isNull()}. Django's {@code JSONNull}.
 */
public enum JsonNull {
    /** The only value. */
    VALUE;

    /** {@code null}. */
    @Override
    public String toString() {
        return "null";
    }
}
