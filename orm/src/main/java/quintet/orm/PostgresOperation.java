package quintet.orm;

/**
 * A step of a migration that changes PostgreSQL alone; on other databases extensions and collations are passed over. Made by
 * {@link PostgresOperations}. Answers to {@code django.contrib.postgres.operations}.
 */
public sealed interface PostgresOperation extends Operation {
    /**
     * Adds an extension to the database.
     *
     * @param name its name
     * @param hints what routers are told
     */
    record CreateExtension(String name, java.util.Map<String, Object> hints) implements PostgresOperation {
        /** Copies the hints. */
        public CreateExtension {
            hints = java.util.Map.copyOf(hints);
        }

        /** A copy with a hint for routers, which decide whether a database gets the extension. */
        public CreateExtension hint(String hint, Object value) {
            java.util.Map<String, Object> more = new java.util.LinkedHashMap<>(hints);
            more.put(hint, value);
            return new CreateExtension(name, more);
        }
    }

    /**
     * Makes a collation.
     *
     * @param name its name
     * @param locale such as {@code de-u-co-phonebk}
     * @param provider {@code libc} or {@code icu}
     * @param deterministic whether only texts of the same bytes are equal
     */
    record CreateCollation(String name, String locale, String provider, boolean deterministic)
            implements PostgresOperation {}

    /** Drops a collation. */
    record RemoveCollation(String name, String locale, String provider, boolean deterministic)
            implements PostgresOperation {}

    /** Creates an index while others write to the table. */
    record AddIndexConcurrently(String model, IndexState index) implements PostgresOperation {}

    /** Drops an index while others use the table. */
    record RemoveIndexConcurrently(String model, String name) implements PostgresOperation {}

    /** Adds a check that rows which exist need not meet yet. */
    record AddConstraintNotValid(String model, ConstraintState.Check constraint) implements PostgresOperation {}

    /** Looks whether all rows meet a check that was added as not valid. */
    record ValidateConstraint(String model, String name) implements PostgresOperation {}
}
