package quintet.orm.internal.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** The dates and moments for which there are rows. */
public final class Dates {
    private static final List<String> DATES = List.of("year", "month", "week", "day");
    private static final List<String> TIMES = List.of("year", "month", "week", "day", "hour", "minute", "second");

    private Dates() {}

    public static List<LocalDate> dates(Query query, Node field, String unit, boolean descending) {
        if (!DATES.contains(unit)) {
            throw new QueryError(QueryError.Kind.VALUE, "'kind' must be one of 'year', 'month', 'week', or 'day'.");
        }
        Node truncated = new Node.Call("Trunc", List.of(field), List.of(unit, "date"));
        return ValueRows.rows(
                distinct(query, field, truncated, descending), row -> (LocalDate) Objects.requireNonNull(row[0]));
    }

    public static List<Instant> datetimes(
            Query query, Node field, String unit, boolean descending, @Nullable ZoneId zone) {
        if (!TIMES.contains(unit)) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "'kind' must be one of 'year', 'month', 'week', 'day', 'hour', 'minute', or 'second'.");
        }
        List<String> options =
                zone == null ? List.of(unit, "datetime") : List.of(unit, "datetime", "tz:" + zone.getId());
        Node truncated = new Node.Call("Trunc", List.of(field), options);
        return ValueRows.rows(
                distinct(query, field, truncated, descending), row -> (Instant) Objects.requireNonNull(row[0]));
    }

    private static Query distinct(Query query, Node field, Node truncated, boolean descending) {
        return query.filter(new Node.Lookup(field, "isnull", new Node.Param(false)))
                .values(List.of(new Node.Named("datefield", truncated)))
                .distinct(List.of())
                .orderBy(List.of(new Node.Ordering(truncated, descending, null)));
    }
}
