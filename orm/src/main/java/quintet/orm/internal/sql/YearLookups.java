package quintet.orm.internal.sql;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** Comparisons of years. */
final class YearLookups {
    private YearLookups() {}

    /** A year compared is a range of dates, for which an index can be used. */
    static R.@Nullable C build(R.Fn extract, String lookup, Node.Param param) {
        String part = extract.options().getFirst();
        R column = extract.arguments().getFirst();
        if (!part.equals("year") && !part.equals("iso_year")) {
            return null;
        }
        boolean iso = part.equals("iso_year");
        boolean date = column.type().base() == ValueType.Base.DATE;
        R.Val first =
                new R.Val(param.slot(), column.type(), value -> bound(column.type(), number(value), iso, date, false));
        R.Val last =
                new R.Val(param.slot(), column.type(), value -> bound(column.type(), number(value), iso, date, true));
        return switch (lookup) {
            case "exact" -> new R.C.Range(column, first, last);
            case "gt" -> new R.C.Compare(column, "gt", last);
            case "gte" -> new R.C.Compare(column, "gte", first);
            case "lt" -> new R.C.Compare(column, "lt", first);
            case "lte" -> new R.C.Compare(column, "lte", last);
            default -> null;
        };
    }

    private static int number(@Nullable Object value) {
        Object number = ValueType.INT.prepare(value);
        return number instanceof Number n ? Math.toIntExact(n.longValue()) : 0;
    }

    private static @Nullable Object bound(ValueType type, int year, boolean iso, boolean date, boolean last) {
        LocalDate start = iso ? isoStart(year) : LocalDate.of(year, 1, 1);
        LocalDate end = iso ? isoStart(year + 1).minusDays(1) : LocalDate.of(year, 12, 31);
        if (date) {
            return last ? end : start;
        }
        LocalDateTime moment = last ? end.atTime(LocalTime.of(23, 59, 59, 999_999_000)) : start.atStartOfDay();
        return type.java() == LocalDateTime.class
                ? moment
                : moment.atZone(TimeZones.current())
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .toInstant();
    }

    private static LocalDate isoStart(int year) {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                .with(ChronoField.DAY_OF_WEEK, 1);
    }
}
