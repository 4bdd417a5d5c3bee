package quintet.templates.internal.values;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;

/** The variable {@code forloop}: counted on by the loop, read by the template. Prints as the dictionary it stands for. */
public final class ForLoop extends AbstractMap<String, @Nullable Object> {
    private static final List<String> NAMES =
            List.of("counter", "counter0", "revcounter", "revcounter0", "length", "first", "last", "parentloop");
    private static final int LAST_NUMBER = 4;

    private final @Nullable Object parent;
    private final int length;
    private int counter0;
    private @Nullable Map<Object, Object> state;

    /** A loop before its first round. */
    public ForLoop(@Nullable Object parent, int length) {
        this.parent = parent;
        this.length = length;
    }

    /** Goes to a round, from 0. */
    public void round(int number) {
        counter0 = number;
    }

    /** State of nodes inside, which lasts as long as the loop. */
    public Map<Object, Object> state() {
        Map<Object, Object> s = state;
        if (s == null) {
            s = new HashMap<>();
            state = s;
        }
        return s;
    }

    /** A number for the name of an entry, to be asked for with; -1 if there is no such entry. */
    static int counter(String name) {
        return NAMES.indexOf(name);
    }

    /** Whether an entry is a number. */
    boolean isNumber(int entry) {
        return entry >= 0 && entry <= LAST_NUMBER;
    }

    /** An entry that is a number. */
    int number(int entry) {
        return switch (entry) {
            case 0 -> counter0 + 1;
            case 1 -> counter0;
            case 2 -> length - counter0;
            case 3 -> length - counter0 - 1;
            default -> length;
        };
    }

    /** One entry, or MISSING. */
    @Nullable
    Object get(int entry) {
        return switch (entry) {
            case 0, 1, 2, 3, 4 -> number(entry);
            case 5 -> counter0 == 0;
            case 6 -> counter0 == length - 1;
            case 7 -> parent;
            default -> ValueAdapter.MISSING;
        };
    }

    /** One entry, or MISSING. */
    public @Nullable Object get(String name) {
        return get(counter(name));
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (String name : new String[] {
            "parentloop", "length", "counter0", "counter", "revcounter", "revcounter0", "first", "last"
        }) {
            all.put(name, get(name));
        }
        return all.entrySet();
    }
}
