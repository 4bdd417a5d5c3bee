package quintet.templates.internal.values;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Tuple;

/** The keys, values or items of a map, as a template loops over and prints them. */
public final class DictView extends AbstractCollection<@Nullable Object> {
    private final Map<?, ?> map;
    private final String part;

    /** A view of one part: keys, values or items. */
    public DictView(Map<?, ?> map, String part) {
        this.map = map;
        this.part = part;
    }

    /** keys, values or items. */
    public String part() {
        return part;
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public @Nullable Object next() {
                Map.Entry<?, ?> entry = entries.next();
                return switch (part) {
                    case "keys" -> entry.getKey();
                    case "values" -> entry.getValue();
                    default -> Tuple.of(entry.getKey(), entry.getValue());
                };
            }
        };
    }

    @Override
    public int size() {
        return map.size();
    }
}
