package quintet.views.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QuerySet;

/**
 * The date or moment that archive pages go by.
 *
 * @param field a field of dates or moments
 * @param zone where days begin
 * @param clock what today is
 */
public record DateField(FieldMeta field, ZoneId zone, Clock clock) {
    /** Whether it is a moment rather than a day. */
    public boolean isMoment() {
        return field.kind() == FieldKind.DATETIME;
    }

    /** Today. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** What the field is compared with for the beginning of a day. */
    public Object lookup(LocalDate day) {
        return isMoment() ? moment(day.atStartOfDay(zone)) : day;
    }

    /** What the field is compared with for "not in the future". */
    public Object now() {
        return isMoment() ? moment(ZonedDateTime.now(clock.withZone(zone))) : today();
    }

    private Object moment(ZonedDateTime time) {
        Class<?> type = field.javaType();
        if (type == Instant.class) {
            return time.toInstant();
        }
        if (type == LocalDateTime.class) {
            return time.toLocalDateTime();
        }
        return type == OffsetDateTime.class ? time.toOffsetDateTime() : time;
    }

    /** The day of an object. */
    public @Nullable LocalDate day(KeyedModel<?> object) {
        return day(field.get(object));
    }

    /** The day of a value of the field. */
    public @Nullable LocalDate day(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> date;
            case Instant instant -> instant.atZone(zone).toLocalDate();
            case LocalDateTime local -> local.toLocalDate();
            case OffsetDateTime offset -> offset.atZoneSameInstant(zone).toLocalDate();
            case ZonedDateTime zoned -> zoned.withZoneSameInstant(zone).toLocalDate();
            case null, default -> null;
        };
    }

    /** The objects from one day until just before another. */
    public <M extends KeyedModel<?>> QuerySet<M> between(QuerySet<M> objects, LocalDate from, LocalDate until) {
        return objects.filter(field.name() + "__gte", lookup(from)).filter(field.name() + "__lt", lookup(until));
    }

    /** The objects that are not in the future. */
    public <M extends KeyedModel<?>> QuerySet<M> untilNow(QuerySet<M> objects) {
        return objects.filter(field.name() + "__lte", now());
    }
}
