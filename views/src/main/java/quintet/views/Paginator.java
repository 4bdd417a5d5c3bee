package quintet.views;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import quintet.orm.Queries;
import quintet.views.internal.PageNumbers;

/**
 * Cuts a list or a query set into pages. Django's {@code Paginator}.
 *
 * {@snippet :
 * Page<Book> page = Paginator.of(Book.objects.all(), 20).getPage(request.query().get("page"));
 * }
 *
 * <p>A paginator counts its items once, at the first need, and then keeps the count; make one for each request.
 */
public final class Paginator<T> {
    /** What stands for left-out pages in {@link #elidedPageRange}. Django's {@code Paginator.ELLIPSIS}. */
    public static final String ELLIPSIS = "…";

    private final PageSource<T> source;
    private final int perPage;
    private final int orphans;
    private final boolean allowEmptyFirstPage;
    private final Map<String, String> errorMessages;
    private volatile long count = -1;

    private Paginator(
            PageSource<T> source,
            int perPage,
            int orphans,
            boolean allowEmptyFirstPage,
            Map<String, String> errorMessages) {
        if (perPage < 1) {
            throw new IllegalArgumentException("A page holds 1 item or more, but perPage=" + perPage + " was given.");
        }
        if (orphans < 0) {
            throw new IllegalArgumentException("orphans must be 0 or more, but " + orphans + " was given.");
        }
        this.source = source;
        this.perPage = perPage;
        this.orphans = orphans;
        this.allowEmptyFirstPage = allowEmptyFirstPage;
        this.errorMessages = errorMessages;
    }

    /** Pages of whatever can be counted and sliced. */
    public static <T> Paginator<T> of(PageSource<T> source, int perPage) {
        return new Paginator<>(source, perPage, 0, true, Map.of());
    }

    /** Pages of a query: one query counts, one reads each page. Give it an order, or rows may be on two pages. */
    public static <M> Paginator<M> of(Queries<M> query, int perPage) {
        return of(PageSource.of(query), perPage);
    }

    /** Pages of a list. */
    public static <T> Paginator<T> of(List<T> items, int perPage) {
        return of(PageSource.of(items), perPage);
    }

    /** A last page with this many items or fewer is joined to the one before. Default 0. */
    public Paginator<T> orphans(int orphans) {
        return new Paginator<>(source, perPage, orphans, allowEmptyFirstPage, errorMessages);
    }

    /** Whether page 1 exists when there are no items. Default true. */
    public Paginator<T> allowEmptyFirstPage(boolean allow) {
        return new Paginator<>(source, perPage, orphans, allow, errorMessages);
    }

    /** Other texts of errors, by Django's keys {@code invalid_page}, {@code min_page} and {@code no_results}. */
    public Paginator<T> errorMessages(Map<String, String> messages) {
        PageNumbers.checkMessageKeys(messages.keySet());
        return new Paginator<>(source, perPage, orphans, allowEmptyFirstPage, Map.copyOf(messages));
    }

    /** How many items a page holds. */
    public int perPage() {
        return perPage;
    }

    /** See {@link #orphans(int)}. */
    public int orphans() {
        return orphans;
    }

    /** See {@link #allowEmptyFirstPage(boolean)}. */
    public boolean allowEmptyFirstPage() {
        return allowEmptyFirstPage;
    }

    /** How many items there are on all pages. */
    public long count() {
        long known = count;
        if (known < 0) {
            known = source.count();
            count = known;
        }
        return known;
    }

    /** How many pages there are. */
    public int numPages() {
        long items = count();
        if (items == 0 && !allowEmptyFirstPage) {
            return 0;
        }
        long counted = Math.max(1, items - orphans);
        return (int) Math.min(Integer.MAX_VALUE, (counted + perPage - 1) / perPage);
    }

    /** The page numbers from 1 to the last. Django's {@code page_range}. */
    public List<Integer> pageRange() {
        return new Range(numPages());
    }

    /**
     * One page.
     *
     * @param number a number, or text with one as it comes from a query string
     * @throws PageNotAnInteger if it is not a whole number
     * @throws EmptyPage if there is no such page
     */
    public Page<T> page(@Nullable Object number) {
        int valid = validNumber(number);
        long from = (long) (valid - 1) * perPage;
        long to = from + perPage;
        if (to + orphans >= count()) {
            to = count();
        }
        return new Page<>(source.slice(from, to), valid, this);
    }

    /**
     * One page, whatever was asked: the first for what is not a number, the last for a number without a page. Django's
     * {@code get_page}.
     *
     * @throws EmptyPage only if there are no pages at all, see {@link #allowEmptyFirstPage(boolean)}
     */
    public Page<T> getPage(@Nullable Object number) {
        try {
            return page(validNumber(number));
        } catch (PageNotAnInteger e) {
            return page(1);
        } catch (EmptyPage e) {
            return page(numPages());
        }
    }

    /** {@link #elidedPageRange(Object, int, int)} with three pages on each side and two at the ends. */
    public List<Object> elidedPageRange(@Nullable Object number) {
        return elidedPageRange(number, 3, 2);
    }

    /**
     * Page numbers for a navigation that does not grow with the number of pages: those around {@code number}, those at
     * both ends, and {@link #ELLIPSIS} for what is left out between. Django's {@code get_elided_page_range}.
     *
     * @param number the current page
     * @param onEachSide how many pages to show before and after it
     * @param onEnds how many to show at the beginning and at the end
     */
    public List<Object> elidedPageRange(@Nullable Object number, int onEachSide, int onEnds) {
        int pages = numPages();
        int current = validNumber(number);
        List<Object> range = new ArrayList<>();
        if (pages <= 2L * (onEachSide + onEnds)) {
            addRange(range, 1, pages);
            return range;
        }
        if (current > 2 + onEachSide + onEnds) {
            addRange(range, 1, onEnds);
            range.add(ELLIPSIS);
            addRange(range, current - onEachSide, current);
        } else {
            addRange(range, 1, current);
        }
        if (current < pages - onEachSide - onEnds - 1) {
            addRange(range, current + 1, current + onEachSide);
            range.add(ELLIPSIS);
            addRange(range, pages - onEnds + 1, pages);
        } else {
            addRange(range, current + 1, pages);
        }
        return range;
    }

    private static void addRange(List<Object> range, int first, int last) {
        for (int i = first; i <= last; i++) {
            range.add(i);
        }
    }

    /** The number of an existing page. Django's {@code validate_number}. */
    int validNumber(@Nullable Object number) {
        OptionalLong parsed = PageNumbers.parse(number);
        if (parsed.isEmpty()) {
            throw new PageNotAnInteger(message("invalid_page"));
        }
        if (parsed.getAsLong() < 1) {
            throw new EmptyPage(message("min_page"));
        }
        if (parsed.getAsLong() > numPages()) {
            throw new EmptyPage(message("no_results"));
        }
        return (int) parsed.getAsLong();
    }

    private String message(String key) {
        String own = errorMessages.get(key);
        return own != null ? own : PageNumbers.message(key);
    }

    /** The numbers from 1 to a last one, without storing them. */
    private static final class Range extends AbstractList<Integer> implements RandomAccess {
        private final int last;

        Range(int last) {
            this.last = last;
        }

        @Override
        public Integer get(int index) {
            if (index < 0 || index >= last) {
                throw new IndexOutOfBoundsException(index);
            }
            return index + 1;
        }

        @Override
        public int size() {
            return last;
        }
    }
}
