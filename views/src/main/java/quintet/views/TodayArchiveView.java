package quintet.views;

import java.time.LocalDate;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.TemporalColumn;

/**
 * A {@link DayArchiveView} of today. Django's {@code TodayArchiveView}.
 *
 * @param <M> the model
 */
public class TodayArchiveView<M extends KeyedModel<?>> extends DayArchiveView<M> {
    /** For subclasses, such as {@code class NewsOfToday extends TodayArchiveView<Article>}. */
    protected TodayArchiveView() {}

    /** Shows these objects by this date. */
    public static <M extends KeyedModel<?>> TodayArchiveView<M> of(Queries<M> objects, TemporalColumn<M, ?> date) {
        return (TodayArchiveView<M>)
                new TodayArchiveView<M>().queryset(objects).dateField(date).made();
    }

    @Override
    LocalDate day(Request request) {
        return field().today();
    }
}
