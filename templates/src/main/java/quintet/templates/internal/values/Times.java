package quintet.templates.internal.values;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;

/** Moments in time and the zone of a render. */
public final class Times {
    private Times() {}

    /** A moment that stays in its zone when it is printed. */
    public record Pinned(ZonedDateTime moment) {}

    /** The moment itself, pinned or not. */
    public static Object unpin(Object value) {
        return value instanceof Pinned p ? p.moment() : value;
    }

    /** Whether the value is a moment with a zone. */
    public static boolean isAware(@Nullable Object value) {
        return value instanceof ZonedDateTime || value instanceof OffsetDateTime || value instanceof Instant;
    }

    /** An aware value as one type. */
    public static ZonedDateTime aware(Object value) {
        return switch (value) {
            case ZonedDateTime z -> z;
            case OffsetDateTime o -> o.toZonedDateTime();
            case Instant i -> i.atZone(ZoneOffset.UTC);
            case Pinned p -> p.moment();
            default -> throw new IllegalArgumentException(value + " has no time zone.");
        };
    }

    /** The value in the zone of the render, if that is asked for. */
    public static @Nullable Object local(@Nullable Object value, Context context) {
        if (isAware(value) && value != null) {
            Boolean use = context.useTz();
            if (use == null ? context.engine().useTz() : use) {
                return aware(value).withZoneSameInstant(context.zone());
            }
        }
        return value;
    }
}
