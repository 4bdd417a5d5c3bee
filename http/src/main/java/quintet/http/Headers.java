package quintet.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP header fields: ordered, multi-valued, names compared without regard to case. Immutable; the methods that change
 * something give a new value, {@link #builder()} collects many fields cheaply.
 *
 * <p>Names must be HTTP tokens and values must not contain line breaks or NUL; a {@link BadHeader} says which one was not.
 * A value is text: the server writes it as ISO-8859-1.
 */
public final class Headers implements Iterable<Headers.Field> {
    private static final Headers EMPTY = new Headers(new String[0]);

    /** name, value, name, value ... in the order of the message. */
    private final String[] fields;

    private Headers(String[] fields) {
        this.fields = fields;
    }

    /** One header field. */
    public record Field(String name, String value) {}

    /** No fields. */
    public static Headers empty() {
        return EMPTY;
    }

    /** Fields from alternating names and values. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("Headers.of takes pairs (name, value, name, value ...) but got "
                    + namesAndValues.length + " strings");
        }
        Builder builder = builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /** Starts collecting fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many fields there are, repeated names counted each. */
    public int size() {
        return fields.length / 2;
    }

    /** Whether there is no field at all. */
    public boolean isEmpty() {
        return fields.length == 0;
    }

    /** The name of the field at this place, spelt as it was given. */
    public String name(int index) {
        return fields[index * 2];
    }

    /** The value of the field at this place. */
    public String value(int index) {
        return fields[index * 2 + 1];
    }

    /** The value of the first field with this name, or null. */
    public @Nullable String get(String name) {
        int i = indexOf(name, 0);
        return i < 0 ? null : fields[i + 1];
    }

    /** The value of the first field with this name, or {@code otherwise}. */
    public String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** Whether a field with this name is there. */
    public boolean contains(String name) {
        return indexOf(name, 0) >= 0;
    }

    /** The values of all fields with this name, in order. */
    public List<String> all(String name) {
        int i = indexOf(name, 0);
        if (i < 0) return List.of();
        List<String> values = new ArrayList<>(2);
        for (; i >= 0; i = indexOf(name, i + 2)) values.add(fields[i + 1]);
        return Collections.unmodifiableList(values);
    }

    /** All values of this name joined with {@code separator} (", " for lists, "; " for Cookie), or null if there is none. */
    public @Nullable String joined(String name, String separator) {
        int first = indexOf(name, 0);
        if (first < 0) return null;
        int next = indexOf(name, first + 2);
        if (next < 0) return fields[first + 1];
        return String.join(separator, all(name));
    }

    /** Replaces all fields of this name by one; it stays at the place of the first. */
    public Headers set(String name, String value) {
        int i = indexOf(name, 0);
        if (i < 0) return add(name, value);
        if (indexOf(name, i + 2) >= 0) return toBuilder().set(name, value).build();
        checkValue(name, value);
        String[] copy = fields.clone();
        copy[i + 1] = value;
        return new Headers(copy);
    }

    /** Adds a field at the end, beside others of the same name. */
    public Headers add(String name, String value) {
        checkName(name);
        checkValue(name, value);
        String[] copy = Arrays.copyOf(fields, fields.length + 2);
        copy[fields.length] = name;
        copy[fields.length + 1] = value;
        return new Headers(copy);
    }

    /** Adds the field unless one of this name is there already (Django's {@code headers.setdefault}). */
    public Headers setDefault(String name, String value) {
        return contains(name) ? this : add(name, value);
    }

    /** Without any field of this name. */
    public Headers remove(String name) {
        return contains(name) ? toBuilder().remove(name).build() : this;
    }

    /** A builder that holds these fields. */
    public Builder toBuilder() {
        return new Builder(fields);
    }

    /** Names (spelt as first given) with their values, in order. */
    public Map<String, List<String>> toMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (indexOf(fields[i], 0) == i) map.put(fields[i], all(fields[i]));
        }
        return Collections.unmodifiableMap(map);
    }

    @Override
    public Iterator<Field> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < fields.length;
            }

            @Override
            public Field next() {
                if (next >= fields.length) throw new NoSuchElementException();
                next += 2;
                return new Field(fields[next - 2], fields[next - 1]);
            }
        };
    }

    /** Same fields in the same order, names without regard to case. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Headers that) || that.fields.length != fields.length) return false;
        for (int i = 0; i < fields.length; i += 2) {
            if (!fields[i].equalsIgnoreCase(that.fields[i]) || !fields[i + 1].equals(that.fields[i + 1])) return false;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < fields.length; i += 2) {
            hash = 31 * (31 * hash + fields[i].toLowerCase(Locale.ROOT).hashCode()) + fields[i + 1].hashCode();
        }
        return hash;
    }

    /** One field a line; values of credentials (Authorization, Cookie ...) are hidden, so it may be logged. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            String shown = isSecret(fields[i]) ? "***" : fields[i + 1];
            out.append(fields[i]).append(": ").append(shown).append('\n');
        }
        return out.toString();
    }

    private static boolean isSecret(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrftoken" -> true;
            default -> false;
        };
    }

    private int indexOf(String name, int from) {
        return indexOf(fields, fields.length, name, from);
    }

    private static int indexOf(String[] fields, int length, String name, int from) {
        for (int i = from; i < length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) return i;
        }
        return -1;
    }

    private static void checkName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c >= 127 || "()<>@,;:\\\"/[]?={}".indexOf(c) >= 0) throw new BadHeader(name, name);
        }
        if (name.isEmpty()) throw new BadHeader(name, name);
    }

    private static void checkValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n' || c == '\r' || c == 0) throw new BadHeader(name, value);
        }
    }

    /** Collects header fields. Not safe for use by several threads at once. */
    public static final class Builder {
        private String[] fields;
        private int length;

        private Builder() {
            fields = new String[24];
        }

        private Builder(String[] from) {
            fields = Arrays.copyOf(from, from.length + 8);
            length = from.length;
        }

        /** Adds a field at the end. */
        public Builder add(String name, String value) {
            checkName(name);
            checkValue(name, value);
            if (length == fields.length) fields = Arrays.copyOf(fields, Math.max(16, length * 2));
            fields[length++] = name;
            fields[length++] = value;
            return this;
        }

        /** Adds all fields at the end. */
        public Builder addAll(Headers headers) {
            for (int i = 0; i < headers.size(); i++) add(headers.name(i), headers.value(i));
            return this;
        }

        /** Replaces all fields of this name by one, at the place of the first. */
        public Builder set(String name, String value) {
            int first = indexOf(fields, length, name, 0);
            if (first < 0) return add(name, value);
            checkValue(name, value);
            fields[first + 1] = value;
            removeFrom(name, first + 2);
            return this;
        }

        /** Drops all fields of this name. */
        public Builder remove(String name) {
            removeFrom(name, 0);
            return this;
        }

        /** The value of the first field with this name, or null. */
        public @Nullable String get(String name) {
            int i = indexOf(fields, length, name, 0);
            return i < 0 ? null : fields[i + 1];
        }

        /** The collected fields; the builder may go on being used. */
        public Headers build() {
            return length == 0 ? EMPTY : new Headers(Arrays.copyOf(fields, length));
        }

        private void removeFrom(String name, int from) {
            int to = from;
            for (int i = from; i < length; i += 2) {
                if (fields[i].equalsIgnoreCase(name)) continue;
                fields[to] = fields[i];
                fields[to + 1] = fields[i + 1];
                to += 2;
            }
            length = to;
        }
    }
}
