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
 * Shows the objects of a month, with its days that have some as {@code date_list}, and {@code month},
 * {@code previous_month} and {@code next_month}. A month in the path is a number or an English name such as {@code nov}.
 * The template is {@code library/book_archive_month.html}. Django's {@code MonthArchiveView}.
 *
 * @param <M> the model
 */
public class MonthArchiveView<M extends KeyedModel<?>> extends DateObjectsView<M, MonthArchiveView<M>> {
    /** For subclasses, such as {@code class NewsOfMonth extends MonthArchiveView<Article>}. */
    protected MonthArchiveView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> MonthArchiveView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return new MonthArchiveView<M>().queryset(objects).dateField(date).made();
    }

    @Override
    String templateSuffix() {
        return "_archive_month";
    }

    @Override
    protected Response get(Request request) throws Exception {
        LocalDate month = Period.date(pathNumber(request, "year"), pathNumber(request, "month"), 1);
        QuerySet<M> objects = dated(request, month, Period.MONTH.next(month));
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("month", month);
        more.put("previous_month", neighbour(request, month, Period.MONTH, true));
        more.put("next_month", neighbour(request, month, Period.MONTH, false));
        return show(request, objects, dates(objects, Period.DAY, false), more);
    }
}
