package quintet.views;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
 * Shows the months of a year that have objects as {@code date_list}, with {@code year}, {@code previous_year} and
 * {@code next_year}; the objects too after {@link #withObjects}. The template is {@code library/book_archive_year.html}.
 * Django's {@code YearArchiveView}.
 *
 * @param <M> the model
 */
public class YearArchiveView<M extends KeyedModel<?>> extends DateObjectsView<M, YearArchiveView<M>> {
    private boolean withObjects;

    /** For subclasses, such as {@code class NewsOfYear extends YearArchiveView<Article>}. */
    protected YearArchiveView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> YearArchiveView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return new YearArchiveView<M>().queryset(objects).dateField(date).made();
    }

    /** Gives the template the objects too. Django's {@code make_object_list}. */
    public YearArchiveView<M> withObjects() {
        return dateOption(v -> ((YearArchiveView<M>) v).withObjects = true);
    }

    @Override
    String templateSuffix() {
        return "_archive_year";
    }

    @Override
    protected Response get(Request request) throws Exception {
        LocalDate year = Period.date(pathNumber(request, "year"), 1, 1);
        QuerySet<M> objects = dated(request, year, Period.YEAR.next(year));
        List<LocalDate> months = dates(objects, Period.MONTH, false);
        Map<String, @Nullable Object> more = new HashMap<>();
        more.put("year", year);
        more.put("previous_year", neighbour(request, year, Period.YEAR, true));
        more.put("next_year", neighbour(request, year, Period.YEAR, false));
        return show(request, withObjects ? objects : objects.none(), months, more);
    }
}
