package quintet.core;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in force. As with languages there is no global state: a zone holds for a piece of code. Answers to
 * {@code timezone.override}.
 */
public final class TimeZones {
    private static final ScopedValue<ZoneId> ZONE = ScopedValue.newInstance();

    private TimeZones() {}

    /**
     * The zone chosen for the code that runs now.
     *
     * @return null where none was chosen: the site's own zone holds
     */
    public static @Nullable ZoneId chosen() {
        return ZONE.isBound() ? ZONE.get() : null;
    }

    /**
     * Runs code in a zone.
     *
     * @param zone the zone
     * @param body what to run
     * @param <T> the result's type
     * @return the result of the body
     */
    public static <T extends @Nullable Object> T withZone(ZoneId zone, Callable<T> body) {
        try {
            return ScopedValue.where(ZONE, zone).call(body::call);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The code run in a time zone failed: " + e.getMessage(), e);
        }
    }
}
