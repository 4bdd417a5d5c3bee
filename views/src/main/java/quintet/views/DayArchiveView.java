package quintet.views;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.orm.TemporalColumn;
import quintet.views.internal.Period;

/**
 * Shows the objects of a day, with {@code day}, {@code previous_day}, {@code next_day}, {@code previous_month} and
 * {@code next_month}. The template is {@code library/book_archive_day.html}. Django's {@code DayArchiveView}.
 *
 * @param <M> the model
 */
public class DayArchiveView<M extends KeyedModel<?>> extends DateObjectsView<M, DayArchiveView<M>> {
    /** For subclasses, such as {@code class NewsOfDay extends DayArchiveView<Article>}. */
    protected DayArchiveView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> DayArchiveView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return new DayArchiveView<M>().queryset(objects).dateField(date).made();
    }

    @Override
    String templateSuffix() {
        return "_archive_day";
    }

    @Override
    protected Response get(Request request) throws Exception {
        LocalDate day = day(request);
        LocalDate month = Period.MONTH.start(day);
        QuerySet<M> objects = dated(request, day, Period.DAY.next(day));
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("day", day);
        more.put("previous_day", neighbour(request, day, Period.DAY, true));
        more.put("next_day", neighbour(request, day, Period.DAY, false));
        more.put("previous_month", neighbour(request, month, Period.MONTH, true));
        more.put("next_month", neighbour(request, month, Period.MONTH, false));
        return show(request, objects, null, more);
    }

    /** The day to show. */
    LocalDate day(Request request) {
        return Period.date(pathNumber(request, "year"), pathNumber(request, "month"), pathNumber(request, "day"));
    }
}
