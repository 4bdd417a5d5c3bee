package quintet.benchmarks.orm;

import java.util.Locale;

/** What each contender does. */
enum Task {
    GET("get by key", 1500),
    LIST_20("list 20", 700),
    LIST_1000("list 1,000", 25),
    JOIN("join, 20 rows", 500),
    PREFETCH("prefetch, 20 rows", 300),
    INSERT_1000("bulk insert of 1,000", 10),
    UPDATE("update", 1500),
    AGGREGATE("aggregate", 60);

    private final String title;
    private final int warmUps;

    Task(String title, int warmUps) {
        this.title = title;
        this.warmUps = warmUps;
    }

    /** How often it is done in each round before measuring. */
    int warmUps() {
        return warmUps;
    }

    static Task of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return title;
    }
}
