package quintet.views.internal.adapt;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;
import quintet.views.Paginator;

/** {@code paginator.num_pages} and the pages, by Django's names. */
final class PaginatorAdapter implements ValueAdapter<Paginator<?>> {
    @Override
    public @Nullable Object attribute(Paginator<?> paginator, String name) {
        return switch (name) {
            case "count" -> paginator.count();
            case "num_pages" -> paginator.numPages();
            case "per_page" -> paginator.perPage();
            case "orphans" -> paginator.orphans();
            case "page_range" -> paginator.pageRange();
            case "get_elided_page_range" -> paginator.elidedPageRange(1);
            case "ELLIPSIS" -> Paginator.ELLIPSIS;
            default -> MISSING;
        };
    }

    @Override
    public Iterator<?> iterate(Paginator<?> paginator) {
        List<Integer> numbers = paginator.pageRange();
        return numbers.stream().map(paginator::page).iterator();
    }

    @Override
    public int length(Paginator<?> paginator) {
        return -1;
    }

    @Override
    public boolean truth(Paginator<?> paginator) {
        return true;
    }
}
