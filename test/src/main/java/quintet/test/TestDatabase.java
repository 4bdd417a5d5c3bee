package quintet.test;

/**
 * Where the tests of a {@link QuintetTest} class keep their rows. The system property {@code quintet.test.database}
 * ({@code memory} or {@code settings}) decides for all classes of a run instead, as a job for another database does.
 */
public enum TestDatabase {
    /** SQLite in memory, made anew for each run. */
    IN_MEMORY,
    /**
     * The kind of database that the settings name, with the prefix {@code test_} before its name. It is made before the
     * first test and dropped after the last. SQLite files are replaced by a database in memory.
     */
    SETTINGS
}
