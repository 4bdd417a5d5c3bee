package quintet.orm.internal.db;

/**
 * Lets other processes write to the same SQLite file. SQLite has no queue between processes: without a pause a process whose threads hand
 * the lock to each other keeps it nearly always, and those of another process wait until they give up. Whether another process waits
 * cannot be seen, so a long run of transactions pauses now and then in any case, and more often while another process was met.
 *
 * <p>Used by whoever has the writer's turn in this process.
 */
final class Courtesy {
    private static final long MILLI = 1_000_000L;
    private static final long REMEMBERED = 2000 * MILLI;
    private static final long RUN = 150 * MILLI;
    private static final long RUN_BESIDE_OTHERS = 15 * MILLI;
    private static final long PAUSE_MILLIS = 4;

    private boolean met;
    private long lastMet;
    private long runBegan = System.nanoTime();
    private long lastEnded = runBegan;

    /** Another process was found to write. */
    void meet() {
        met = true;
        lastMet = System.nanoTime();
    }

    /** Called before a transaction begins: pauses if this process has written for long without a pause. */
    void before() {
        long now = System.nanoTime();
        if (now - lastEnded > PAUSE_MILLIS * MILLI) {
            runBegan = now; // the file was free for others
            return;
        }
        met = met && now - lastMet < REMEMBERED;
        if (now - runBegan > (met ? RUN_BESIDE_OTHERS : RUN)) {
            pause();
            runBegan = System.nanoTime();
        }
    }

    /** Called when a transaction has ended. */
    void after() {
        lastEnded = System.nanoTime();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // what the thread waits for next will notice
        }
    }
}
