package quintet.core;

import java.io.PrintWriter;

/**
 * How far long work is, on one line of the terminal that is written again and again; silent in files and pipes. Close it
 * when the work ends. Not thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final long INTERVAL_NANOS = 100_000_000L;

    private final PrintWriter out;
    private final boolean shown;
    private final String what;
    private final long total;
    private long done;
    private long last;
    private int width;

    Progress(PrintWriter out, boolean shown, String what, long total) {
        this.out = out;
        this.shown = shown;
        this.what = what;
        this.total = total;
        this.last = System.nanoTime();
    }

    /** One more is done. */
    public void step() {
        step(1);
    }

    /** Some more are done. */
    public void step(long count) {
        done += count;
        long now = System.nanoTime();
        if (shown && now - last >= INTERVAL_NANOS) {
            last = now;
            String text = what + " " + done + (total > 0 ? "/" + total + " (" + done * 100 / total + "%)" : "");
            write(text);
        }
    }

    /** How many are done. */
    public long done() {
        return done;
    }

    private void write(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())) + "\r");
        out.flush();
        width = text.length();
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (width > 0) {
            write("");
        }
    }
}
