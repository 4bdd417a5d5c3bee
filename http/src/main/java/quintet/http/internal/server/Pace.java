package quintet.http.internal.server;

import quintet.http.ServerSettings;

/**
 * How long one peer may still be waited for. Only time spent waiting counts, and each byte that moves earns more of it, so
 * that a slow but honest line lives and a client that sends a byte now and then to keep a thread busy does not.
 */
final class Pace {
    private final long graceNanos;
    private final long nanosPerByte;
    private long waited;
    private long moved;

    Pace(ServerSettings settings) {
        graceNanos = settings.bodyGrace().toNanos();
        nanosPerByte = Math.max(1, 1_000_000_000L / settings.bodyMinRate());
    }

    void moved(long bytes) {
        moved += bytes;
    }

    void waited(long nanos) {
        waited += nanos;
    }

    /** Nanoseconds left to wait; 0 or less when the peer is too slow. */
    long left() {
        return graceNanos + moved * nanosPerByte - waited;
    }
}
