package quintet.views;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.orm.TemporalColumn;
import quintet.views.internal.Period;

/**
 * Shows the latest objects, and in {@code date_list} the years that have some, newest first. The objects are {@code latest}
 * and {@code object_list}, the template is {@code library/book_archive.html}. Django's {@code ArchiveIndexView}.
 *
 * @param <M> the model
 */
public class ArchiveIndexView<M extends KeyedModel<?>> extends DateObjectsView<M, ArchiveIndexView<M>> {
    /** For subclasses, such as {@code class News extends ArchiveIndexView<Article>}. */
    protected ArchiveIndexView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> ArchiveIndexView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return new ArchiveIndexView<M>().queryset(objects).dateField(date).made();
    }

    @Override
    String templateSuffix() {
        return "_archive";
    }

    @Override
    String usualContextName() {
        return "latest";
    }

    @Override
    protected Response get(Request request) throws Exception {
        QuerySet<M> objects = dated(request, null, null);
        List<LocalDate> years = dates(objects, Period.YEAR, true);
        return show(request, years.isEmpty() ? objects.none() : objects, years, Map.of());
    }
}
