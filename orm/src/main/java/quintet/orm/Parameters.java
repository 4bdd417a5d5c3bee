package quintet.orm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldFile;
import quintet.orm.internal.load.Files;
import quintet.orm.internal.sql.ValueType;

/** The parameters of a statement, set one after the other, as generated companions write them. One for each dialect. */
public abstract class Parameters {
    /** For dialects. */
    protected Parameters() {}

    /** NULL. */
    public abstract void none();

    /** A text. */
    public abstract void text(@Nullable String value);

    /** A whole number. */
    public abstract void int64(long value);

    /** A number. */
    public abstract void float64(double value);

    /** A truth value. */
    public abstract void bool(boolean value);

    /** A decimal; digits and places are those of its column, -1 if unknown. */
    public abstract void decimal(@Nullable BigDecimal value, int digits, int places);

    /** A date. */
    public abstract void date(@Nullable LocalDate value);

    /** A time of day. */
    public abstract void time(@Nullable LocalTime value);

    /** A moment. */
    public abstract void instant(@Nullable Instant value);

    /** A date and time, stored as it is. */
    public abstract void localDateTime(@Nullable LocalDateTime value);

    /** A duration. */
    public abstract void duration(@Nullable Duration value);

    /** A UUID. */
    public abstract void uuid(@Nullable UUID value);

    /** Bytes. */
    public abstract void bytes(byte @Nullable [] value);

    /** A JSON value; a Java null is SQL's NULL. */
    public abstract void json(@Nullable Object value);

    /** Any other value, as the driver takes it. */
    public abstract void object(@Nullable Object value);

    /** A whole number. */
    public final void int32(int value) {
        int64(value);
    }

    /** A whole number or null. */
    public final void int32(@Nullable Integer value) {
        number(value);
    }

    /** A whole number or null. */
    public final void int64(@Nullable Long value) {
        number(value);
    }

    /** A small whole number. */
    public final void int16(short value) {
        int64(value);
    }

    /** A small whole number or null. */
    public final void int16(@Nullable Short value) {
        number(value);
    }

    /** A number or null. */
    public final void float64(@Nullable Double value) {
        if (value == null) {
            none();
        } else {
            float64(value.doubleValue());
        }
    }

    /** A number. */
    public final void float32(float value) {
        float64(value);
    }

    /** A number or null. */
    public final void float32(@Nullable Float value) {
        if (value == null) {
            none();
        } else {
            float64(value.doubleValue());
        }
    }

    /** A truth value or null. */
    public final void bool(@Nullable Boolean value) {
        if (value == null) {
            none();
        } else {
            bool(value.booleanValue());
        }
    }

    /** A moment. */
    public final void offsetDateTime(@Nullable OffsetDateTime value) {
        instant(value == null ? null : value.toInstant());
    }

    /** A moment. */
    public final void zonedDateTime(@Nullable ZonedDateTime value) {
        instant(value == null ? null : value.toInstant());
    }

    /** The stored value of a constant. */
    public final void choice(@Nullable Enum<?> value) {
        if (value == null) {
            none();
        } else if (Choices.valueOf(value) instanceof Number number) {
            int64(number.longValue());
        } else {
            text(Choices.valueOf(value).toString());
        }
    }

    /** The name of a stored file. */
    public final void file(@Nullable FieldFile file, boolean nullable) {
        if (file == null && nullable) {
            none();
        } else {
            text(Files.storedName(file));
        }
    }

    /** A list, a range or an hstore. */
    public final void stored(@Nullable Object value, ModelAccess<?> owner, int field) {
        ValueType type = owner.valueType(field);
        type.bind(this, type.prepare(value));
    }

    /** The key a reference holds. */
    public final void ref(@Nullable Ref<?> ref, ModelAccess<?> owner, int field) {
        owner.keyType(field).write(this, ref == null ? null : ref.keyFor(owner.declaration(field)));
    }

    private void number(@Nullable Number value) {
        if (value == null) {
            none();
        } else {
            int64(value.longValue());
        }
    }
}
