package quintet.http;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small immutable map from {@link Key}s to values: what travels with requests and responses, and marks handlers. */
public final class Attributes {
    /** No attributes. */
    public static final Attributes NONE = new Attributes(new Object[0]);

    /** key, value, key, value ... */
    private final Object[] pairs;

    private Attributes(Object[] pairs) {
        this.pairs = pairs;
    }

    /** The value of this key, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // with() takes only values of the key's type
    public <T> @Nullable T get(Key<T> key) {
        int i = indexOf(key);
        return i < 0 ? null : (T) pairs[i + 1];
    }

    /** The value of the key with this name, or null. */
    public @Nullable Object named(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (((Key<?>) pairs[i]).name().equals(name)) return pairs[i + 1];
        }
        return null;
    }

    /** A copy with this value; null takes it away. */
    public <T> Attributes with(Key<T> key, @Nullable T value) {
        int i = indexOf(key);
        if (value == null) return i < 0 ? this : without(i);
        Object[] copy = i < 0 ? Arrays.copyOf(pairs, pairs.length + 2) : pairs.clone();
        int at = i < 0 ? pairs.length : i;
        copy[at] = key;
        copy[at + 1] = value;
        return new Attributes(copy);
    }

    /** A copy with the attributes of another, whose values win. */
    @SuppressWarnings("unchecked") // pairs hold a key and a value of its type
    public Attributes withAll(Attributes other) {
        Attributes all = this;
        for (int i = 0; i < other.pairs.length; i += 2) {
            all = all.with((Key<Object>) other.pairs[i], other.pairs[i + 1]);
        }
        return all;
    }

    /** Names and values. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) map.put(((Key<?>) pairs[i]).name(), pairs[i + 1]);
        return map;
    }

    private Attributes without(int i) {
        Object[] copy = new Object[pairs.length - 2];
        System.arraycopy(pairs, 0, copy, 0, i);
        System.arraycopy(pairs, i + 2, copy, i, copy.length - i);
        return new Attributes(copy);
    }

    @SuppressWarnings("ReferenceEquality") // a key is known by its identity
    private int indexOf(Key<?> key) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == key) return i;
        }
        return -1;
    }
}
