package quintet.fields;

/** What happens to a row when the row its foreign key points to is deleted (Django's {@code on_delete}). */
public enum OnDelete {
    /** The row is deleted too. */
    CASCADE,
    /** The deletion fails with the list of the rows that stand against it. */
    PROTECT,
    /** The deletion fails unless the row is deleted through another cascade in the same operation. */
    RESTRICT,
    /** The column becomes NULL; the Java type must be {@code @Nullable}. */
    SET_NULL,
    /** The column gets its default. */
    SET_DEFAULT,
    /** The column gets the key that {@code onDeleteValue} makes. */
    SET,
    /** Nothing is done; the database's constraint decides. */
    DO_NOTHING,
    /** The database deletes the row ({@code ON DELETE CASCADE}); no signals are sent. */
    DB_CASCADE,
    /** The database sets NULL ({@code ON DELETE SET NULL}). */
    DB_SET_NULL,
    /** The database sets the column's {@code dbDefault} ({@code ON DELETE SET DEFAULT}). */
    DB_SET_DEFAULT;

    /** Whether the database itself acts, rather than the deletion's collector. */
    public boolean isDatabase() {
        return this == DB_CASCADE || this == DB_SET_NULL || this == DB_SET_DEFAULT;
    }
}
