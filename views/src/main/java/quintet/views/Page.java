package quintet.views;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a {@link Paginator}: a list of its items that knows its neighbours. Django's {@code Page}.
 *
 * <p>Templates use Django's names: {@code page_obj.has_next}, {@code page_obj.next_page_number},
 * {@code page_obj.paginator.num_pages} and so on.
 */
public final class Page<T> extends AbstractList<T> {
    private final List<T> items;
    private final int number;
    private final Paginator<T> paginator;

    Page(List<T> items, int number, Paginator<T> paginator) {
        this.items = items;
        this.number = number;
        this.paginator = paginator;
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** This page's number, from 1. */
    public int number() {
        return number;
    }

    /** The items on this page. Django's {@code object_list}. */
    public List<T> items() {
        return items;
    }

    /** Where this page comes from. */
    public Paginator<T> paginator() {
        return paginator;
    }

    /** Whether a page follows. */
    public boolean hasNext() {
        return number < paginator.numPages();
    }

    /** Whether a page precedes. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** Whether there is any other page. */
    public boolean hasOtherPages() {
        return hasNext() || hasPrevious();
    }

    /**
     * The number of the page after this one.
     *
     * @throws EmptyPage if this is the last
     */
    public int nextPageNumber() {
        return paginator.validNumber(number + 1);
    }

    /**
     * The number of the page before this one.
     *
     * @throws EmptyPage if this is the first
     */
    public int previousPageNumber() {
        return paginator.validNumber(number - 1);
    }

    /** The place of the first item among all, from 1; 0 when there are none. */
    public long startIndex() {
        return paginator.count() == 0 ? 0 : (long) paginator.perPage() * (number - 1) + 1;
    }

    /** The place of the last item among all, from 1. */
    public long endIndex() {
        return number == paginator.numPages() ? paginator.count() : (long) number * paginator.perPage();
    }

    /** {@code <Page 2 of 7>}, as Django writes it. */
    @Override
    public String toString() {
        return "<Page " + number + " of " + paginator.numPages() + ">";
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a page is more than its items
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
