package quintet.http.internal.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import quintet.http.ServerStats;

/** Counts the requests in flight, refuses more than the limit at once, and knows when the last one is done. */
final class Admission {
    private final int limit;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final LongAdder served = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Admission(int limit) {
        this.limit = limit;
    }

    /** Takes a place; give it back with {@link #leave} even when refused, once its answer is sent. */
    boolean enter() {
        boolean free = inFlight.incrementAndGet() <= limit && !closed;
        if (free) {
            served.increment();
        } else {
            refused.increment();
        }
        return free;
    }

    void leave() {
        if (inFlight.decrementAndGet() == 0 && closed) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    void rejected() {
        rejected.increment();
    }

    boolean closed() {
        return closed;
    }

    void open() {
        closed = false;
    }

    void close() {
        closed = true;
    }

    /** Waits until nothing is in flight; false when the time is over before. */
    boolean awaitIdle(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        lock.lock();
        try {
            while (inFlight.get() > 0) {
                if (idle.awaitNanos(end - System.nanoTime()) <= 0) return inFlight.get() == 0;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    ServerStats stats(int connections) {
        return new ServerStats(inFlight.get(), served.sum(), refused.sum(), rejected.sum(), connections);
    }

    /** The calling thread begins to run the handler. */
    void begin() {
        running.add(Thread.currentThread());
    }

    /** The calling thread is done with the handler. */
    void end() {
        running.remove(Thread.currentThread());
    }

    /** Interrupts the handlers that still run. */
    void interruptAll() {
        running.forEach(Thread::interrupt);
    }
}
