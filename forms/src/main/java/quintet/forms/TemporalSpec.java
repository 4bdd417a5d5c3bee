package quintet.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.IsoTimes;
import quintet.fields.PythonText;
import quintet.fields.TimeFormat;
import quintet.fields.ValidationError;
import quintet.forms.internal.Zones;

/** A field for a {@code LocalDate}, a {@code LocalTime} or a moment ({@code OffsetDateTime} in the site's zone). */
public final class TemporalSpec extends FieldSpec<TemporalSpec> {
    /** What kind of value. */
    enum Type {
        DATE,
        TIME,
        DATETIME
    }

    private static final List<String> DATES = List.of(
            "%Y-%m-%d",
            "%m/%d/%Y",
            "%m/%d/%y",
            "%b %d %Y",
            "%b %d, %Y",
            "%d %b %Y",
            "%d %b, %Y",
            "%B %d %Y",
            "%B %d, %Y",
            "%d %B %Y",
            "%d %B, %Y");
    private static final List<String> TIMES = List.of("%H:%M:%S", "%H:%M:%S.%f", "%H:%M");
    private static final List<String> DATE_TIMES = List.of(
            "%Y-%m-%d %H:%M:%S",
            "%Y-%m-%d %H:%M:%S.%f",
            "%Y-%m-%d %H:%M",
            "%m/%d/%Y %H:%M:%S",
            "%m/%d/%Y %H:%M:%S.%f",
            "%m/%d/%Y %H:%M",
            "%m/%d/%y %H:%M:%S",
            "%m/%d/%y %H:%M:%S.%f",
            "%m/%d/%y %H:%M");

    private final Type type;
    private List<String> formats;
    private @Nullable ZoneId zone;

    TemporalSpec(Type type) {
        this.type = type;
        this.formats = switch (type) {
            case DATE -> DATES;
            case TIME -> TIMES;
            case DATETIME ->
                java.util.stream.Stream.concat(DATE_TIMES.stream(), DATES.stream())
                        .toList();
        };
    }

    /** The formats people may write, such as {@code %d/%m/%Y}, tried in order; they replace the usual ones. */
    public TemporalSpec inputFormats(String... patterns) {
        TemporalSpec copy = copy();
        copy.formats = List.of(patterns);
        return copy;
    }

    /** The zone of moments people write and read; the site's unless set. */
    public TemporalSpec zone(ZoneId id) {
        TemporalSpec copy = copy();
        copy.zone = id;
        return copy;
    }

    private ZoneId zoneNow() {
        return zone == null ? Zones.current() : zone;
    }

    @Override
    protected Widget defaultWidget() {
        return switch (type) {
            case DATE -> Widgets.date();
            case TIME -> Widgets.time();
            case DATETIME -> Widgets.dateTime();
        };
    }

    @Override
    protected String defaultMessage(String code) {
        if (!code.equals("invalid")) {
            return super.defaultMessage(code);
        }
        return switch (type) {
            case DATE -> "Enter a valid date.";
            case TIME -> "Enter a valid time.";
            case DATETIME -> "Enter a valid date/time.";
        };
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (raw == null || isEmpty(raw)) {
            return null;
        }
        return switch (type) {
            case DATE ->
                raw instanceof Temporal given ? date(given) : parse(raw).toLocalDate();
            case TIME -> raw instanceof LocalTime time ? time : parse(raw).toLocalTime();
            case DATETIME -> moment(raw);
        };
    }

    private Object date(Temporal given) {
        return switch (given) {
            case LocalDate date -> date;
            case LocalDateTime at -> at.toLocalDate();
            case OffsetDateTime at -> at.toLocalDate();
            case ZonedDateTime at -> at.toLocalDate();
            default -> throw error("invalid");
        };
    }

    private LocalDateTime parse(@Nullable Object raw) {
        String text = PythonText.of(raw).strip();
        for (String pattern : formats) {
            LocalDateTime found = TimeFormat.of(pattern).parse(text);
            if (found != null) {
                return found;
            }
        }
        throw error("invalid");
    }

    private Object moment(Object raw) {
        return switch (raw) {
            case OffsetDateTime at -> at;
            case ZonedDateTime at -> at.toOffsetDateTime();
            case Instant at -> at.atZone(zoneNow()).toOffsetDateTime();
            case LocalDateTime at -> aware(at, zoneNow());
            case LocalDate at -> aware(at.atStartOfDay(), zoneNow());
            default -> parseMoment(raw);
        };
    }

    private OffsetDateTime parseMoment(Object raw) {
        try {
            Temporal iso = IsoTimes.parseDateTime(PythonText.of(raw).strip());
            if (iso instanceof OffsetDateTime at) {
                return at;
            }
            return aware(iso instanceof LocalDateTime at ? at : parse(raw), zoneNow());
        } catch (DateTimeException impossible) {
            throw error("invalid");
        }
    }

    /** The moment of a local time, which must exist exactly once in the zone. */
    static OffsetDateTime aware(LocalDateTime local, ZoneId zone) {
        if (zone.getRules().getValidOffsets(local).size() != 1) {
            Map<String, Object> params = Widgets.attrs("datetime", local, "current_timezone", zone.getId());
            throw new ValidationError(
                    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or it"
                            + " may not exist.",
                    "ambiguous_timezone", params);
        }
        return local.atZone(zone).toOffsetDateTime();
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return local(value, zoneNow());
    }

    /** Moments as the clock of the zone shows them. */
    static @Nullable Object local(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case Instant at -> at.atZone(zone).toLocalDateTime();
            case OffsetDateTime at -> at.atZoneSameInstant(zone).toLocalDateTime();
            case ZonedDateTime at -> at.withZoneSameInstant(zone).toLocalDateTime();
            case null, default -> value;
        };
    }
}
