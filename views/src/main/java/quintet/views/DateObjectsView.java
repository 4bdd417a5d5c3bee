package quintet.views;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.core.NotFound;
import quintet.core.Site;
import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Order;
import quintet.orm.QuerySet;
import quintet.orm.TemporalColumn;
import quintet.views.internal.DateField;
import quintet.views.internal.Models;
import quintet.views.internal.Period;

/**
 * A view of the objects of a stretch of time: the common ground of archive pages. Django's {@code BaseDateListView}.
 *
 * @param <M> the model
 * @param <S> the kind of view
 */
public abstract class DateObjectsView<M extends KeyedModel<?>, S> extends ObjectsView<M, S> {
    private @Nullable String dateField;
    private boolean allowFuture;
    private Clock clock = Clock.systemUTC();

    DateObjectsView() {
        // A page of a time without objects is 404 unless it is allowed.
        emptyIsNotFound();
    }

    /** Goes by this date or moment. Django's {@code date_field}. */
    public S dateField(TemporalColumn<M, ?> field) {
        return dateOption(v -> v.dateField = field.path());
    }

    /** Whether objects of the future are shown. Default false. Django's {@code allow_future}. */
    public S allowFuture(boolean allow) {
        return dateOption(v -> v.allowFuture = allow);
    }

    /** Takes today from this clock; for tests. */
    public S clock(Clock source) {
        return dateOption(v -> v.clock = source);
    }

    @SuppressWarnings("unchecked") // option() gives this class's own kind
    final S dateOption(java.util.function.Consumer<DateObjectsView<M, S>> change) {
        return option(v -> change.accept((DateObjectsView<M, S>) v));
    }

    /** The name of the date or moment to go by. Django's {@code get_date_field}. */
    protected String dateField() {
        if (dateField == null) {
            throw new ImproperlyConfigured(this + " does not know its date. Give it one: .dateField("
                    + meta().objectName() + "_.published), or override dateField().");
        }
        return dateField;
    }

    /** Whether objects of the future are shown. */
    protected boolean allowsFuture() {
        return allowFuture;
    }

    final DateField field() {
        return new DateField(
                meta().field(dateField()), Site.current().settings().timeZone(), clock);
    }

    final int pathNumber(Request request, String what) {
        Object value = kwarg(request, what);
        String asked = request.query().get(what);
        if (value == null && asked == null) {
            throw new NotFound("No " + what + " specified");
        }
        return Period.number(what, value != null ? value : Objects.requireNonNull(asked));
    }

    /** The objects of a stretch of time; all until now when both ends are null. Answers 404 if there are none. */
    final QuerySet<M> dated(Request request, @Nullable LocalDate from, @Nullable LocalDate until) throws Exception {
        DateField field = field();
        QuerySet<M> objects = ordered(request);
        if (from != null && until != null) {
            objects = field.between(objects, from, until);
        }
        if (!allowsFuture()) {
            objects = field.untilNow(objects);
        }
        if (!allowsEmpty(request) && !objects.exists()) {
            throw new NotFound("No " + meta().verboseNamePlural() + " available");
        }
        return objects;
    }

    /** The newest first unless the view says otherwise. */
    @Override
    protected List<Order<M>> ordering(Request request) {
        List<Order<M>> own = super.ordering(request);
        return own.isEmpty() ? List.of(Order.<M>of("-" + dateField())) : own;
    }

    /** The beginnings of the years, months or days that have objects. */
    final List<LocalDate> dates(QuerySet<M> objects, Period unit, boolean newestFirst) {
        return Models.dates(objects, field(), unit, newestFirst);
    }

    /** The page before or after; null if there is none to link to. */
    final @Nullable LocalDate neighbour(Request request, LocalDate start, Period period, boolean back)
            throws Exception {
        DateField field = field();
        LocalDate result;
        if (allowsEmpty(request)) {
            result = back ? period.start(start.minusDays(1)) : period.next(start);
        } else {
            QuerySet<M> objects = queryset(request);
            String name = field.field().name();
            objects = back
                    ? objects.filter(name + "__lt", field.lookup(start))
                    : objects.filter(name + "__gte", field.lookup(period.next(start)));
            if (!allowsFuture()) {
                objects = field.untilNow(objects);
            }
            List<M> nearest =
                    objects.orderBy(back ? "-" + name : name).slice(0, 1).list();
            LocalDate day = nearest.isEmpty() ? null : field.day(nearest.getFirst());
            result = day == null ? null : period.start(day);
        }
        return result == null || allowsFuture() || !result.isAfter(field.today()) ? result : null;
    }

    /** Shows the objects with the dates to link to and more variables. */
    final Response show(
            Request request,
            QuerySet<M> objects,
            @Nullable List<LocalDate> dates,
            Map<String, ? extends @Nullable Object> more)
            throws Exception {
        Map<String, @Nullable Object> context = new LinkedHashMap<>(listContext(request, objects));
        context.put("date_list", dates);
        context.putAll(more);
        return page(request, context);
    }
}
