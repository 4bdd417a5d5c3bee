package quintet.views.internal.adapt;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quintet.http.QueryDict;
import quintet.templates.ValueAdapter;

/** {@code request.GET.q}: the last value of a name; {@code items}, {@code lists}, {@code urlencode} as in Django. */
final class QueryDictAdapter implements ValueAdapter<QueryDict> {
    @Override
    public @Nullable Object item(QueryDict dict, String name) {
        return dict.contains(name) ? dict.get(name) : MISSING;
    }

    @Override
    public @Nullable Object attribute(QueryDict dict, String name) {
        return switch (name) {
            case "items" -> dict.toMap().entrySet();
            case "lists" -> dict.lists().entrySet();
            case "keys" -> dict.names();
            case "values" -> dict.toMap().values();
            case "dict" -> dict.toMap();
            case "urlencode" -> dict.urlencode();
            default -> MISSING;
        };
    }

    @Override
    public Iterator<?> iterate(QueryDict dict) {
        return dict.names().iterator();
    }

    @Override
    public int length(QueryDict dict) {
        return dict.size();
    }
}
