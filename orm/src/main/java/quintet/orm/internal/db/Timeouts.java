package quintet.orm.internal.db;

import java.util.concurrent.atomic.LongAdder;

/** Counts the statements of a database that were stopped because they ran too long. */
public final class Timeouts {
    private final LongAdder count = new LongAdder();

    void add() {
        count.increment();
    }

    long count() {
        return count.sum();
    }
}
