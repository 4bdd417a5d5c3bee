package quintet.templates.internal.values;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.Output;
import quintet.templates.ValueAdapter;

/** The variable {@code forloop}: counted on by the loop, read by the template. Prints as the dictionary it stands for. */
public final class ForLoop extends AbstractMap<String, @Nullable Object> {
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

    /** Writes a counter without boxing it; false for other entries. */
    boolean writePlain(String name, Output out) {
        switch (name) {
            case "counter" -> out.number(counter0 + 1L);
            case "counter0" -> out.number(counter0);
            case "revcounter" -> out.number(length - counter0);
            case "revcounter0" -> out.number(length - counter0 - 1L);
            case "length" -> out.number(length);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** One entry, or MISSING. */
    public @Nullable Object get(String name) {
        return switch (name) {
            case "counter" -> counter0 + 1;
            case "counter0" -> counter0;
            case "revcounter" -> length - counter0;
            case "revcounter0" -> length - counter0 - 1;
            case "first" -> counter0 == 0;
            case "last" -> counter0 == length - 1;
            case "length" -> length;
            case "parentloop" -> parent;
            default -> ValueAdapter.MISSING;
        };
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
