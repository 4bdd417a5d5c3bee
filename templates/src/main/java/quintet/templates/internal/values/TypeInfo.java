package quintet.templates.internal.values;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;

/** What the engine knows of one Java class: its kind, its adapter, its members as they are asked for. */
public final class TypeInfo {
    private static final int MAX_MEMBERS = 1000;

    final Kind kind;
    final @Nullable ValueAdapter<Object> adapter;
    private final Class<?> type;
    private final Map<String, Accessor> members = new ConcurrentHashMap<>();

    TypeInfo(Class<?> type, @Nullable ValueAdapter<Object> adapter) {
        this.type = type;
        this.adapter = adapter;
        this.kind = adapter == null ? Kind.of(type) : Kind.OBJECT;
    }

    Accessor member(String name) {
        Accessor found = members.get(name);
        if (found == null) {
            found = Members.find(type, name);
            // names come from templates, whose number is bounded; the limit is for names computed at run time
            if (members.size() < MAX_MEMBERS) {
                members.put(name, found);
            }
        }
        return found;
    }

    String simpleName() {
        return type.getSimpleName();
    }
}
