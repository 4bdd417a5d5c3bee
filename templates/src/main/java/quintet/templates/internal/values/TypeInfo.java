package quintet.templates.internal.values;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;

/** What the engine knows of one Java class: its kind, its adapter, its members as they are asked for. */
@SuppressWarnings("ReferenceEquality") // a mark is compared by identity
public final class TypeInfo {
    private static final int MAX_MEMBERS = 1000;

    final Kind kind;
    final @Nullable ValueAdapter<Object> adapter;
    private final boolean plain;
    private final Class<?> type;
    private final Map<String, Accessor> members = new ConcurrentHashMap<>();

    TypeInfo(Class<?> type, @Nullable ValueAdapter<Object> adapter) {
        this.type = type;
        this.adapter = adapter;
        this.kind = adapter == null ? Kind.of(type) : Kind.OBJECT;
        this.plain = adapter == null
                ? !isMark(type) && kind != Kind.OPTIONAL && kind != Kind.FUNCTION && kind != Kind.OTHER_FUNCTION
                : !calls(adapter);
    }

    /** Whether the values are what lookups return instead of a value. */
    private static boolean isMark(Class<?> type) {
        return type == ValueAdapter.MISSING.getClass() || ValueAdapter.Call.class.isAssignableFrom(type);
    }

    /** Whether values of the class stand for themselves: they are not called and hold nothing else. */
    public boolean isPlain() {
        return plain;
    }

    /** Whether an adapter has something to say on calling its values. */
    private static boolean calls(ValueAdapter<Object> adapter) {
        try {
            return adapter.getClass().getMethod("call", Object.class).getDeclaringClass() != ValueAdapter.class;
        } catch (NoSuchMethodException e) {
            return true;
        }
    }

    /** The way to a member by name; for classes with an adapter, what the members are without it. */
    Accessor member(String name) {
        Accessor found = members.get(name);
        if (found == null) {
            found = Members.find(type, name);
            keep(name, found);
        }
        return found;
    }

    /**
     * The way to a step of a variable that is the same for all values of the class.
     *
     * @return null if each value must be asked
     */
    @Nullable
    Accessor direct(String name) {
        if (adapter == null) {
            return kind == Kind.OBJECT ? member(name) : null;
        }
        Function<? super Object, ? extends @Nullable Object> reader = adapter.reader(type, name);
        if (reader == null) {
            return null;
        }
        if (reader instanceof ValueAdapter.MemberAfter<?> after) {
            return member(name).after(taking(after));
        }
        return reader == ValueAdapter.MEMBER ? member(name) : Accessor.of(reader::apply);
    }

    @SuppressWarnings("unchecked") // the adapter made it for the values of this class
    private static Consumer<Object> taking(ValueAdapter.MemberAfter<?> after) {
        return (Consumer<Object>) after.prepare();
    }

    private void keep(String name, Accessor found) {
        // names come from templates, whose number is bounded; the limit is for names computed at run time
        if (members.size() < MAX_MEMBERS) {
            members.put(name, found);
        }
    }

    String simpleName() {
        return type.getSimpleName();
    }
}
