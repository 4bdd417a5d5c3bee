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
 * Shows the objects of a week, with {@code week} (its first day), {@code previous_week} and {@code next_week}. The template
 * is {@code library/book_archive_week.html}. Django's {@code WeekArchiveView}.
 *
 * @param <M> the model
 */
public class WeekArchiveView<M extends KeyedModel<?>> extends DateObjectsView<M, WeekArchiveView<M>> {
    private WeekFormat weekFormat = WeekFormat.SUNDAY;

    /** For subclasses, such as {@code class NewsOfWeek extends WeekArchiveView<Article>}. */
    protected WeekArchiveView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> WeekArchiveView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return new WeekArchiveView<M>().queryset(objects).dateField(date).made();
    }

    /** Counts weeks in this way. Django's {@code week_format}. */
    public WeekArchiveView<M> weekFormat(WeekFormat format) {
        return dateOption(v -> ((WeekArchiveView<M>) v).weekFormat = format);
    }

    @Override
    String templateSuffix() {
        return "_archive_week";
    }

    @Override
    protected Response get(Request request) throws Exception {
        int year = pathNumber(request, "year");
        int number = pathNumber(request, "week");
        Period period = weekFormat == WeekFormat.SUNDAY ? Period.WEEK_FROM_SUNDAY : Period.WEEK_FROM_MONDAY;
        LocalDate week =
                weekFormat == WeekFormat.ISO ? Period.isoWeekStart(year, number) : period.weekStart(year, number);
        QuerySet<M> objects = dated(request, week, period.next(week));
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("week", week);
        more.put("previous_week", neighbour(request, week, period, true));
        more.put("next_week", neighbour(request, week, period, false));
        return show(request, objects, null, more);
    }
}
