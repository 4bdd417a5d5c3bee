package quintet.views;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.core.NotFound;
import quintet.core.Site;
import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.TemporalColumn;
import quintet.views.internal.DateField;
import quintet.views.internal.Period;

/**
 * Shows one object that is found by its day and its key or slug:
 * {@code path("<int:year>/<int:month>/<int:day>/<slug>/", DateDetailView.of(...))}. Django's {@code DateDetailView}.
 *
 * @param <M> the model
 */
public class DateDetailView<M extends KeyedModel<?>> extends ObjectView<M, DateDetailView<M>> {
    private @Nullable String dateField;
    private boolean allowFuture;
    private Clock clock = Clock.systemUTC();

    /** For subclasses, such as {@code class ArticleDetail extends DateDetailView<Article>}. */
    protected DateDetailView() {}

    /** Shows one of these objects. */
    public static <M extends KeyedModel<?>> DateDetailView<M> of(Queries<M> among, TemporalColumn<M, ?> date) {
        return new DateDetailView<M>().queryset(among).dateField(date).made();
    }

    /** Goes by this date or moment. Django's {@code date_field}. */
    public DateDetailView<M> dateField(TemporalColumn<M, ?> field) {
        return dateOption(v -> v.dateField = field.path());
    }

    /** Whether objects of the future are shown. Default false. Django's {@code allow_future}. */
    public DateDetailView<M> allowFuture(boolean allow) {
        return dateOption(v -> v.allowFuture = allow);
    }

    /** Takes today from this clock; for tests. */
    public DateDetailView<M> clock(Clock source) {
        return dateOption(v -> v.clock = source);
    }

    private DateDetailView<M> dateOption(Consumer<DateDetailView<M>> change) {
        return objectOption(v -> change.accept((DateDetailView<M>) v));
    }

    /** The name of the date or moment to go by. */
    protected String dateField() {
        if (dateField == null) {
            throw new ImproperlyConfigured(this + " does not know its date. Give it one: .dateField("
                    + meta().objectName() + "_.published), or override dateField().");
        }
        return dateField;
    }

    @Override
    String templateSuffix() {
        return "_detail";
    }

    @Override
    protected M findObject(Request request) throws Exception {
        LocalDate day = Period.date(number(request, "year"), number(request, "month"), number(request, "day"));
        DateField field = new DateField(
                meta().field(dateField()), Site.current().settings().timeZone(), clock);
        if (!allowFuture && day.isAfter(field.today())) {
            throw new NotFound("Future " + meta().verboseNamePlural() + " not available because " + this
                    + ".allow_future is False.");
        }
        return find(request, field.between(queryset(request), day, day.plusDays(1)));
    }

    private int number(Request request, String what) {
        return Period.number(what, kwarg(request, what));
    }

    @Override
    protected Response get(Request request) throws Exception {
        return page(request, objectContext(object(request)));
    }
}
