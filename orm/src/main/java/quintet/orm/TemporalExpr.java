package quintet.orm;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import quintet.orm.internal.query.Node;

/**
 * A date, a time or a moment. Parts of moments are taken in the site's current time zone.
 *
 * @param <R> the model it starts from
 * @param <T> its Java type
 */
public class TemporalExpr<R, T> extends Expr<R, T> {
    /** Wraps a node. */
    public TemporalExpr(Node node) {
        super(node);
    }

    /** The year. Comparing it uses an index on the column. */
    public NumberExpr<R, Integer> year() {
        return part("year");
    }

    /** The year an ISO week belongs to. */
    public NumberExpr<R, Integer> isoYear() {
        return part("iso_year");
    }

    /** The quarter, 1 to 4. */
    public NumberExpr<R, Integer> quarter() {
        return part("quarter");
    }

    /** The month, 1 to 12. */
    public NumberExpr<R, Integer> month() {
        return part("month");
    }

    /** The ISO week, 1 to 53. */
    public NumberExpr<R, Integer> week() {
        return part("week");
    }

    /** The day of the month. */
    public NumberExpr<R, Integer> day() {
        return part("day");
    }

    /** The day of the week, Sunday 1 to Saturday 7. */
    public NumberExpr<R, Integer> weekDay() {
        return part("week_day");
    }

    /** The day of the week, Monday 1 to Sunday 7. */
    public NumberExpr<R, Integer> isoWeekDay() {
        return part("iso_week_day");
    }

    /** The hour. */
    public NumberExpr<R, Integer> hour() {
        return part("hour");
    }

    /** The minute. */
    public NumberExpr<R, Integer> minute() {
        return part("minute");
    }

    /** The second. */
    public NumberExpr<R, Integer> second() {
        return part("second");
    }

    /** The date of a moment. */
    public TemporalExpr<R, LocalDate> date() {
        return new TemporalExpr<>(transform("date"));
    }

    /** The time of day of a moment. */
    public TemporalExpr<R, LocalTime> time() {
        return new TemporalExpr<>(transform("time"));
    }

    /** Later by a duration. */
    public TemporalExpr<R, T> plus(Duration duration) {
        return new TemporalExpr<>(new Node.Arithmetic(node(), "+", new Node.Param(duration)));
    }

    /** Earlier by a duration. */
    public TemporalExpr<R, T> minus(Duration duration) {
        return new TemporalExpr<>(new Node.Arithmetic(node(), "-", new Node.Param(duration)));
    }

    /** The time since another moment. */
    public Expr<R, Duration> minus(TemporalExpr<? super R, ?> other) {
        return new Expr<>(new Node.Arithmetic(node(), "-", other.node()));
    }

    /** Later by another value of the row. */
    public TemporalExpr<R, T> plus(Expr<? super R, Duration> duration) {
        return new TemporalExpr<>(new Node.Arithmetic(node(), "+", duration.node()));
    }

    /** A part of a moment in a time zone: {@code year}, {@code week_day}, {@code hour} ... */
    public NumberExpr<R, Integer> extract(String part, ZoneId zone) {
        return Functions.extract(this, part, zone);
    }

    /** The date of a moment in a time zone. */
    public TemporalExpr<R, LocalDate> date(ZoneId zone) {
        return Functions.truncDate(this, zone);
    }

    /** The time of day of a moment in a time zone. */
    public TemporalExpr<R, LocalTime> time(ZoneId zone) {
        return Functions.truncTime(this, zone);
    }

    /** Cut to a unit: {@code year}, {@code quarter}, {@code month}, {@code week}, {@code day}, {@code hour}, {@code minute}, {@code second}. */
    public TemporalExpr<R, T> truncatedTo(String unit) {
        return Functions.trunc(this, unit);
    }

    /** Cut to a unit of a time zone. */
    public TemporalExpr<R, T> truncatedTo(String unit, ZoneId zone) {
        return Functions.trunc(this, unit, zone);
    }

    @Override
    public TemporalExpr<R, T> coalesce(T otherwise) {
        return new TemporalExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public TemporalExpr<R, T> coalesce(Expr<? super R, ? extends T> otherwise) {
        return new TemporalExpr<>(super.coalesce(otherwise).node());
    }

    @Override
    public TemporalExpr<R, T> nullIf(T other) {
        return new TemporalExpr<>(super.nullIf(other).node());
    }

    private NumberExpr<R, Integer> part(String name) {
        return new NumberExpr<>(transform(name));
    }

    @Override
    public TemporalExpr<R, T> as(String name) {
        return new TemporalExpr<>(named(name));
    }
}
