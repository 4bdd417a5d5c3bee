package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** Tells open pages that there is something new to see. */
final class News implements AutoCloseable {
    /** So often an open page hears that nothing happened; a page that is gone is noticed then. */
    private static final long HEARTBEAT_SECONDS = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private long version = System.currentTimeMillis();
    private boolean closed;

    /** The number of what is served now; grows with each change, also from one server to the next. */
    long version() {
        lock.lock();
        try {
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** There is something new. */
    void publish() {
        lock.lock();
        try {
            version++;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Answers with a stream of the version, each time it changes. */
    void stream(ServerExchange exchange) throws IOException {
        exchange.respond(
                200,
                Headers.of("Content-Type", "text/event-stream", "Cache-Control", "no-store"),
                new ResponseBody.Stream(out -> {
                    long told = -1;
                    for (long now = await(told); now >= 0; now = await(told)) {
                        String text = now == told ? ": still here\n\n" : "data: " + now + "\n\n";
                        out.write(text.getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        told = now;
                    }
                }));
    }

    /** The version when it is another one than was told, or after some time; -1 when there will be none. */
    private long await(long told) throws IOException {
        lock.lock();
        try {
            long rest = TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
            while (version == told && !closed && rest > 0) {
                rest = published.awaitNanos(rest);
            }
            return closed ? -1 : version;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends all streams. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            published.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
