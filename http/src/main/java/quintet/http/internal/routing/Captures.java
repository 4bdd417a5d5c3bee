package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Converter;

/** The values captured on the way to a route, outer ones first. A later value of the same name wins. */
public final class Captures {
    private static final String POSITIONAL = "";

    private String[] names = new String[4];
    private @Nullable Object[] values = new Object[4];
    private final BitSet extra = new BitSet(0);
    private int size;
    private int level;

    /** How many values there are, to go {@link #backTo}. */
    public int size() {
        return size;
    }

    /** Forgets what was captured since. */
    public void backTo(int mark) {
        extra.clear(mark, Math.max(mark, size));
        size = mark;
    }

    void addText(String name, String path, int from, int to) {
        add(name, path.substring(from, to));
    }

    void addPositional(@Nullable String text) {
        add(POSITIONAL, text);
    }

    private void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Where the captures of the last pattern begin. */
    public void beginLevel() {
        level = size;
    }

    /** Adds values that the URLs give beside the captured ones. */
    public void addExtra(Map<String, ?> values) {
        values.forEach((name, value) -> {
            extra.set(size);
            add(name, value);
        });
    }

    /** Turns the text at this place into a value; false if it does not fit after all. */
    boolean convert(int place, Converter<?> converter) {
        try {
            values[place] = converter.parse(String.valueOf(values[place]));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The value of this name, or null. */
    public @Nullable Object get(String name) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(name)) return values[i];
        }
        return null;
    }

    /** Names and values, captured and extra ones or the extra ones alone. */
    public Map<String, @Nullable Object> named(boolean captured, boolean added) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            if (!names[i].isEmpty() && (extra.get(i) ? added : captured)) map.put(names[i], values[i]);
        }
        return map;
    }

    /** Values without names; of the last pattern only when anything has a name. */
    public List<@Nullable Object> positional() {
        boolean anyNamed = false;
        for (int i = 0; i < size; i++) anyNamed |= !names[i].isEmpty();
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = anyNamed ? level : 0; i < size; i++) {
            if (names[i].isEmpty()) list.add(values[i]);
        }
        return list;
    }
}
