package quintet.forms.internal;

import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone forms work in. */
public final class Zones {
    private static final ScopedValue<ZoneId> ZONE = ScopedValue.newInstance();

    private Zones() {}

    /** The zone bound by {@link #in}, else UTC. */
    public static ZoneId current() {
        return ZONE.isBound() ? ZONE.get() : ZoneOffset.UTC;
    }

    /** Runs with a zone. */
    public static <R> R in(ZoneId zone, java.util.function.Supplier<R> work) {
        return ScopedValue.where(ZONE, zone).call(work::get);
    }
}
