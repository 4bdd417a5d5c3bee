package quintet.templates;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** An immutable sequence that prints in parentheses, as Python's tuple; with names also as a named tuple. */
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] items;
    private final @Nullable String type;
    private final List<String> names;

    private Tuple(@Nullable Object[] items, @Nullable String type, List<String> names) {
        this.items = items;
        this.type = type;
        this.names = names;
    }

    /**
     * A tuple.
     *
     * @param items in order
     * @return an immutable sequence
     */
    public static Tuple of(@Nullable Object... items) {
        return new Tuple(items.clone(), null, List.of());
    }

    /**
     * A tuple whose items also have names.
     *
     * @param type the type's name, for printing
     * @param names one for each item
     * @param items in order
     * @return an immutable sequence
     */
    public static Tuple named(String type, List<String> names, @Nullable Object... items) {
        if (names.size() != items.length) {
            throw new IllegalArgumentException(names.size() + " names for " + items.length + " items.");
        }
        return new Tuple(items.clone(), type, List.copyOf(names));
    }

    /**
     * The type's name.
     *
     * @return null for a plain tuple
     */
    public @Nullable String type() {
        return type;
    }

    /** The names of the items; empty for a plain tuple. */
    public List<String> names() {
        return names;
    }

    @Override
    public @Nullable Object get(int index) {
        return items[index];
    }

    @Override
    public int size() {
        return items.length;
    }
}
