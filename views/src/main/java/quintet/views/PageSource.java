package quintet.views;

import java.util.List;
import quintet.orm.Queries;

/** What a {@link Paginator} cuts into pages: something that can be counted and sliced. */
public interface PageSource<T> {
    /** How many items there are in all. Asked once for each paginator. */
    long count();

    /**
     * The items from one place to another.
     *
     * @param from the first, counted from 0
     * @param to the one after the last; may lie beyond the end
     */
    List<T> slice(long from, long to);

    /** A query. */
    static <M> PageSource<M> of(Queries<M> query) {
        return new PageSource<>() {
            @Override
            public long count() {
                return query.count();
            }

            @Override
            public List<M> slice(long from, long to) {
                return from >= to ? List.of() : query.slice(from, to).list();
            }
        };
    }

    /** A list; it must not change while it is paged. */
    static <T> PageSource<T> of(List<T> items) {
        return new PageSource<>() {
            @Override
            public long count() {
                return items.size();
            }

            @Override
            public List<T> slice(long from, long to) {
                int size = items.size();
                return items.subList((int) Math.min(from, size), (int) Math.min(to, size));
            }
        };
    }
}
