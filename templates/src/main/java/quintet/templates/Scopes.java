package quintet.templates;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that tags set, as one stack with marks: the inner scopes over the values a view passed. */
@SuppressWarnings("ReferenceEquality") // interned names are compared by identity first
final class Scopes {
    private static final int START = 12;

    private String[] names = new String[START];
    private int[] hashes = new int[START];
    private @Nullable Object[] values = new Object[START];
    private int size;
    private int frame;

    /** The place of a name, the innermost first; -1 if no scope has it. */
    int find(String name) {
        int[] all = hashes;
        int hash = name.hashCode();
        for (int i = size - 1; i >= 0; i--) {
            // the names of the engine's own tags are interned, so that equal ones are mostly the same
            if (all[i] == hash && (names[i] == name || names[i].equals(name))) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Object get(int place) {
        return values[place];
    }

    void set(int place, @Nullable Object value) {
        values[place] = value;
    }

    /** Sets a variable in the innermost scope and returns its place, which is good until the scope is closed. */
    int put(String name, @Nullable Object value) {
        int hash = name.hashCode();
        for (int i = size - 1; i >= frame; i--) {
            if (hashes[i] == hash && names[i].equals(name)) {
                values[i] = value;
                return i;
            }
        }
        if (size == names.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        hashes[size] = hash;
        names[size] = name;
        values[size] = value;
        return size++;
    }

    long push() {
        long mark = (long) frame << 32 | size;
        frame = size;
        return mark;
    }

    void pop(long mark) {
        int to = (int) mark;
        for (int i = to; i < size; i++) {
            values[i] = null;
        }
        size = to;
        frame = (int) (mark >>> 32);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Puts all variables into a map, so that inner ones win. */
    void copyTo(Map<String, @Nullable Object> all) {
        for (int i = 0; i < size; i++) {
            all.put(names[i], values[i]);
        }
    }
}
