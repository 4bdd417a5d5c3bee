package quintet.core;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
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
     * The zone that holds for the code that runs now; answers to {@code get_current_timezone}.
     *
     * @return the chosen one, else the site's, else UTC
     */
    public static ZoneId current() {
        ZoneId chosen = chosen();
        return chosen != null
                ? chosen
                : Site.find().map(site -> site.settings().timeZone()).orElse(ZoneOffset.UTC);
    }

    /**
     * A local time as a moment; answers to {@code make_aware}. A time that comes twice when clocks go back is the first of
     * both; one that is left out when they go forward is counted on from before the gap, so 2:30 becomes 3:30.
     *
     * @param time a time without zone
     * @param zone where it is read from a clock
     * @return the moment
     */
    public static ZonedDateTime makeAware(LocalDateTime time, ZoneId zone) {
        return makeAware(time, zone, false);
    }

    /**
     * A local time as a moment, with Python's {@code fold}.
     *
     * @param time a time without zone
     * @param zone where it is read from a clock
     * @param fold true for the second of two moments that have this time; in a gap, counted back from after it
     * @return the moment
     */
    public static ZonedDateTime makeAware(LocalDateTime time, ZoneId zone, boolean fold) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone);
        }
        ZoneOffset offset = fold ? change.getOffsetAfter() : change.getOffsetBefore();
        return time.toInstant(offset).atZone(zone);
    }

    /**
     * A local time in the zone that holds now.
     *
     * @param time a time without zone
     * @return the moment, see {@link #makeAware(LocalDateTime, ZoneId)}
     */
    public static ZonedDateTime makeAware(LocalDateTime time) {
        return makeAware(time, current());
    }

    /**
     * What clocks of a zone show at a moment; answers to {@code make_naive}.
     *
     * @param moment the moment
     * @param zone the zone
     * @return a time without zone
     */
    public static LocalDateTime makeNaive(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /**
     * What clocks show at a moment in the zone that holds now.
     *
     * @param moment the moment
     * @return a time without zone
     */
    public static LocalDateTime makeNaive(Instant moment) {
        return makeNaive(moment, current());
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
