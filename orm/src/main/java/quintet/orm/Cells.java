package quintet.orm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldFile;
import quintet.orm.internal.RowGroup;

/**
 * The current row of a result, as generated companions read it. Columns count from 1. Each dialect has its own, since
 * databases keep dates, decimals and UUIDs in different ways.
 */
public abstract class Cells {
    /** The group the current object belongs to. */
    protected @Nullable RowGroup group;

    /** For dialects. */
    protected Cells() {}

    /** A text. */
    public abstract @Nullable String text(int at);

    /** A whole number; NULL is 0. */
    public abstract int int32(int at);

    /** A whole number; NULL is 0. */
    public abstract long int64(int at);

    /** Whether the value just read was NULL. */
    public abstract boolean wasNull();

    /** A number; NULL is 0. */
    public abstract double float64(int at);

    /** A truth value; NULL is false. */
    public abstract boolean bool(int at);

    /** A decimal with a number of places; -1: as stored. */
    public abstract @Nullable BigDecimal decimal(int at, int places);

    /** A date. */
    public abstract @Nullable LocalDate date(int at);

    /** A time of day. */
    public abstract @Nullable LocalTime time(int at);

    /** A moment. */
    public abstract @Nullable Instant instant(int at);

    /** A date and time as stored. */
    public abstract @Nullable LocalDateTime localDateTime(int at);

    /** A duration. */
    public abstract @Nullable Duration duration(int at);

    /** A UUID. */
    public abstract @Nullable UUID uuid(int at);

    /** Bytes. */
    public abstract byte @Nullable [] bytes(int at);

    /** A JSON value as maps, lists, texts, numbers, truth values and null. */
    public abstract @Nullable Object json(int at);

    /** A value as the driver gives it. */
    public abstract @Nullable Object object(int at);

    /** A moment, with the offset of UTC. */
    public final @Nullable OffsetDateTime offsetDateTime(int at) {
        Instant instant = instant(at);
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A moment in UTC. */
    public final @Nullable ZonedDateTime zonedDateTime(int at) {
        Instant instant = instant(at);
        return instant == null ? null : instant.atZone(ZoneOffset.UTC);
    }

    /** A whole number or null. */
    public final @Nullable Integer int32OrNull(int at) {
        int value = int32(at);
        return wasNull() ? null : value;
    }

    /** A whole number or null. */
    public final @Nullable Long int64OrNull(int at) {
        long value = int64(at);
        return value == 0 && wasNull() ? null : Long.valueOf(value);
    }

    /** A small whole number; NULL is 0. */
    public final short int16(int at) {
        return (short) int32(at);
    }

    /** A small whole number or null. */
    public final @Nullable Short int16OrNull(int at) {
        int value = int32(at);
        return wasNull() ? null : (short) value;
    }

    /** A number or null. */
    public final @Nullable Double float64OrNull(int at) {
        double value = float64(at);
        return wasNull() ? null : value;
    }

    /** A number; NULL is 0. */
    public final float float32(int at) {
        return (float) float64(at);
    }

    /** A number or null. */
    public final @Nullable Float float32OrNull(int at) {
        double value = float64(at);
        return wasNull() ? null : (float) value;
    }

    /** A truth value or null. */
    public final @Nullable Boolean boolOrNull(int at) {
        boolean value = bool(at);
        return wasNull() ? null : value;
    }

    /** The constant whose stored value this is. */
    public final <E extends Enum<E>> @Nullable E choice(Class<E> type, int at) {
        String stored = text(at);
        return stored == null ? null : Choices.find(type, stored);
    }

    /** A stored file; an empty column is none. */
    public final FieldFile file(ModelAccess<?> owner, int field, int at) {
        String name = text(at);
        return name == null ? FieldFile.NONE : FieldFile.stored(name, owner.declaration(field));
    }

    /** A stored file, or null for NULL. */
    public final @Nullable FieldFile fileOrNull(ModelAccess<?> owner, int field, int at) {
        String name = text(at);
        return name == null ? null : FieldFile.stored(name, owner.declaration(field));
    }

    /** A list, a range or an hstore. */
    public final @Nullable Object stored(ModelAccess<?> owner, int field, int at) {
        return owner.valueType(field).read(this, at);
    }

    /** Fills a reference with its key. */
    public final <T> Ref<T> ref(@Nullable Ref<T> ref, ModelAccess<?> owner, int field, int at) {
        Ref<T> filled = ref == null ? owner.emptyRef(field) : ref;
        filled.hydrate(owner.keyType(field).read(this, at), group, field);
        return filled;
    }

    /** A reference with its key, or null if the column is NULL. */
    public final <T> @Nullable Ref<T> refOrNull(ModelAccess<?> owner, int field, int at) {
        Object key = owner.keyType(field).read(this, at);
        if (key == null) {
            return null;
        }
        Ref<T> ref = owner.emptyRef(field);
        ref.hydrate(key, group, field);
        return ref;
    }

    /** Sets the group that the objects read next belong to; for the loader. */
    public final void group(@Nullable RowGroup group) {
        this.group = group;
    }
}
