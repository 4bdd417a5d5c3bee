package quintet.fields;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** Suppliers for {@link Default} that many models need. */
public final class Defaults {
    private Defaults() {}

    /** A random (version 4) UUID. */
    public static final class RandomUuid implements Supplier<UUID> {
        @Override
        public UUID get() {
            return UUID.randomUUID();
        }
    }

    /** The present moment, cut to microseconds, which is what databases keep. */
    public static final class Now implements Supplier<Instant> {
        @Override
        public Instant get() {
            return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        }
    }

    /** Today's date in UTC. */
    public static final class TodayUtc implements Supplier<LocalDate> {
        @Override
        public LocalDate get() {
            return LocalDate.now(Clock.systemUTC());
        }
    }
}
