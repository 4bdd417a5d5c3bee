package depot;

import static quintet.fields.OnDelete.CASCADE;
import static quintet.orm.RangeOperator.EQUAL;
import static quintet.orm.RangeOperator.OVERLAPS;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import quintet.fields.ForeignKey;
import quintet.fields.Range;
import quintet.orm.Constraint;
import quintet.orm.Manager;
import quintet.orm.Meta;
import quintet.orm.Model;
import quintet.orm.PostgresFunctions;
import quintet.orm.Ref;

/** A part that is lent to somebody for some days. */
public class Booking extends Model {
    public static final Manager<Booking> objects = new Manager<>(Booking.class);

    @ForeignKey(onDelete = CASCADE)
    public Ref<Part> part;

    public Range<LocalDate> during = Range.empty();
    public boolean cancelled;
    public @Nullable Instant fetched;
    public @Nullable Instant returned;

    // region: exclusion
    public static final Meta<Booking> meta = Meta.of(Booking.class)
            .constraint(Constraint.exclude("one_use_at_a_time")
                    .with(Booking_.part(), EQUAL)
                    .with(PostgresFunctions.range(Booking_.fetched, Booking_.returned, "[]"), OVERLAPS)
                    .where(Booking_.fetched.isNotNull())
                    .deferred())
            .constraint(Constraint.exclude("one_booking_at_a_time")
                    .with(Booking_.part(), EQUAL)
                    .with(Booking_.during, OVERLAPS)
                    .where(Booking_.cancelled.eq(false))
                    .violation("The part is booked then.", "booked"));
    // endregion
}
