package quintet.http.internal.server;

import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread of a request waits for one event of the connection: content that has come, or a write that is done. One
 * waiter, one event at a time; reusable. Cheaper than a new latch for each read and write.
 */
final class Gate implements Callback, Invocable.Task {
    private volatile boolean open;
    private @Nullable Throwable failure;
    private volatile @Nullable Thread waiter;

    /** Closes the gate before the event is asked for. */
    void arm() {
        failure = null;
        open = false;
        waiter = Thread.currentThread();
    }

    /**
     * Waits for the event.
     *
     * @return whether it came within the time
     */
    boolean await(long nanos) throws InterruptedException {
        if (open) return true;
        long end = System.nanoTime() + nanos;
        while (!open) {
            long left = end - System.nanoTime();
            if (left <= 0) return false;
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) throw new InterruptedException();
        }
        return true;
    }

    /** Why the event failed, or null. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void run() {
        succeeded();
    }

    @Override
    public void succeeded() {
        open = true;
        LockSupport.unpark(waiter);
    }

    @Override
    public void failed(Throwable x) {
        failure = x;
        succeeded();
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
