package quintet.views.internal.adapt;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;
import quintet.views.Page;

/** {@code page_obj.has_next} and the items, by Django's names. */
final class PageAdapter implements ValueAdapter<Page<?>> {
    @Override
    public @Nullable Object attribute(Page<?> page, String name) {
        return switch (name) {
            case "number" -> page.number();
            case "object_list" -> page.items();
            case "paginator" -> page.paginator();
            case "has_next" -> page.hasNext();
            case "has_previous" -> page.hasPrevious();
            case "has_other_pages" -> page.hasOtherPages();
            case "next_page_number" -> page.nextPageNumber();
            case "previous_page_number" -> page.previousPageNumber();
            case "start_index" -> page.startIndex();
            case "end_index" -> page.endIndex();
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object index(Page<?> page, int index) {
        return index < page.size() ? page.get(index) : MISSING;
    }

    @Override
    public Iterator<?> iterate(Page<?> page) {
        return page.iterator();
    }

    @Override
    public int length(Page<?> page) {
        return page.size();
    }
}
