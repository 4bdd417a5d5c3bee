package quintet.views.internal.adapt;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.templates.ValueAdapter;

/** {@code request.headers.user_agent}, as Django spells it. */
final class HeadersAdapter implements ValueAdapter<Headers> {
    @Override
    public @Nullable Object item(Headers headers, String name) {
        String value = headers.get(name.replace('_', '-'));
        return value == null ? MISSING : value;
    }

    @Override
    public Object attribute(Headers headers, String name) {
        return name.equals("items") ? headers.toMap().entrySet() : MISSING;
    }

    @Override
    public Iterator<?> iterate(Headers headers) {
        return headers.toMap().keySet().iterator();
    }

    @Override
    public int length(Headers headers) {
        return headers.size();
    }
}
