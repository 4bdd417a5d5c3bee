package quintet.templates.internal.values;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;
import quintet.templates.Tuple;
import quintet.templates.ValueAdapter;

/** How Java values behave in templates: one per engine, for its adapters. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Values {
    private static final Values PLAIN = new Values(Map.of());

    private final Map<Class<?>, ValueAdapter<?>> adapters;
    private final ClassValue<TypeInfo> types = new ClassValue<>() {
        @Override
        protected TypeInfo computeValue(Class<?> type) {
            return new TypeInfo(type, adapterFor(type));
        }
    };

    /** Values with the adapters of an engine. */
    public Values(Map<Class<?>, ValueAdapter<?>> adapters) {
        this.adapters = Map.copyOf(adapters);
    }

    /** The values of the engine that renders. */
    public static Values of(Context context) {
        return context.values();
    }

    /** The text of a value, safe or not. */
    public static CharSequence text(@Nullable Object value, Context context) {
        return of(context).text(value);
    }

    /** The repr of a plain value. */
    public static String repr(@Nullable Object value) {
        return new Printer(PLAIN).repr(value);
    }

    @SuppressWarnings("unchecked")
    private @Nullable ValueAdapter<Object> adapterFor(Class<?> type) {
        if (adapters.isEmpty()) {
            return null;
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            ValueAdapter<?> found = adapters.get(c);
            found = found == null ? inInterfaces(c) : found;
            if (found != null) {
                return (ValueAdapter<Object>) found;
            }
        }
        return (ValueAdapter<Object>) adapters.get(Object.class);
    }

    private @Nullable ValueAdapter<?> inInterfaces(Class<?> type) {
        for (Class<?> i : type.getInterfaces()) {
            ValueAdapter<?> found = adapters.get(i);
            found = found == null ? inInterfaces(i) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** What is known of a class. */
    public TypeInfo info(Class<?> type) {
        return types.get(type);
    }

    /** The kind of a value that is not null. */
    public Kind kind(Object value) {
        return types.get(value.getClass()).kind;
    }

    /** Whether the value is of a kind; null is of none. */
    public boolean is(@Nullable Object value, Kind kind) {
        return value != null && kind(value) == kind;
    }

    /** Whether the value is text of any sort. */
    public boolean isText(@Nullable Object value) {
        return value instanceof String || value != null && kind(value).isText();
    }

    /** Whether an adapter may load data for values of this class. */
    public boolean mayEvaluate(Class<?> type) {
        return !adapters.isEmpty() && types.get(type).adapter != null;
    }

    /** The data behind a lazy collection. */
    public @Nullable Object evaluate(Object value) {
        ValueAdapter<Object> adapter = types.get(value.getClass()).adapter;
        return adapter == null ? value : adapter.evaluate(value);
    }

    /** The text of a value: {@code str()}. */
    public CharSequence text(@Nullable Object value) {
        if (value instanceof String s) {
            return s;
        }
        if (value instanceof SafeString s) {
            return s;
        }
        return new Printer(this).text(value);
    }

    /** The value as HTML: its own, or its text escaped unless safe. */
    public SafeString html(@Nullable Object value) {
        return SafeString.escape(escapable(value));
    }

    /** What becomes HTML by escaping: the value's own HTML, which is safe, or its text. */
    CharSequence escapable(@Nullable Object value) {
        SafeString own = value == null ? null : adapterHtml(value);
        if (own != null) {
            return own;
        }
        CharSequence text = text(value);
        return text instanceof String ? text : SafeString.escape(text);
    }

    private @Nullable SafeString adapterHtml(Object value) {
        TypeInfo info = types.get(value.getClass());
        return info.adapter == null ? null : info.adapter.html(value);
    }

    /** The repr of a value. */
    public String reprOf(@Nullable Object value) {
        return new Printer(this).repr(value);
    }

    /** Python's name for the type of a value. */
    public String typeName(@Nullable Object value) {
        if (value == null) {
            return "NoneType";
        }
        TypeInfo info = info(value.getClass());
        if (info.adapter != null) {
            return info.adapter.typeName(value);
        }
        if (value instanceof DictView view) {
            return "dict_" + view.part();
        }
        return info.kind == Kind.OBJECT || info.kind == Kind.ITERABLE ? info.simpleName() : info.kind.python();
    }

    /** Truth as Python sees it. */
    public boolean truth(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean b) {
            return b;
        }
        TypeInfo info = info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value || data == null ? info.adapter.truth(value) : truth(data);
        }
        return switch (info.kind) {
            case INT, FLOAT, DECIMAL -> Numbers.isTrue((Number) value);
            case STR, SAFE, LAZY -> value instanceof Character || ((CharSequence) value).length() > 0;
            case OPTIONAL -> truth(unwrap(value));
            case DURATION -> !((java.time.Duration) value).isZero();
            default -> length(value) != 0;
        };
    }

    /** Truth of a value in a render, where lazy collections are loaded once. */
    public boolean truth(@Nullable Object value, Context context) {
        return value instanceof Boolean b ? b : truth(context.evaluated(value));
    }

    /** The length, -1 if the value has none. */
    public int length(@Nullable Object value) {
        if (value == null) {
            return -1;
        }
        TypeInfo info = info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value ? info.adapter.length(value) : length(data);
        }
        return switch (info.kind) {
            case STR, SAFE, LAZY -> {
                String s = value.toString();
                yield s.codePointCount(0, s.length());
            }
            case MAP -> ((Map<?, ?>) value).size();
            case ARRAY, BYTES -> Array.getLength(value);
            case LIST, TUPLE, SET, ITERABLE -> value instanceof Collection<?> c ? c.size() : tupleSize(value);
            default -> -1;
        };
    }

    private static int tupleSize(Object value) {
        return value instanceof Map.Entry<?, ?> ? 2 : -1;
    }

    /** The elements, or null if the value cannot be looped over. */
    public @Nullable Iterator<?> iterator(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        TypeInfo info = info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value ? info.adapter.iterate(value) : iterator(data);
        }
        return switch (info.kind) {
            case STR, SAFE, LAZY -> characters(value.toString()).iterator();
            case MAP -> ((Map<?, ?>) value).keySet().iterator();
            case ARRAY -> arrayAsList(value).iterator();
            case BYTES -> byteList((byte[]) value).iterator();
            case ONCE -> value instanceof BaseStream<?, ?> s ? s.iterator() : (Iterator<?>) value;
            case TUPLE -> tuple(value).iterator();
            default -> value instanceof Iterable<?> all && info.kind != Kind.OBJECT ? all.iterator() : null;
        };
    }

    /** The elements; a TypeError for a value that has none. */
    public Iterator<?> iterate(@Nullable Object value) {
        Iterator<?> found = iterator(value);
        if (found == null) {
            throw EvaluationError.type("'" + typeName(value) + "' object is not iterable");
        }
        return found;
    }

    /** The elements as a list of their own, or the value itself if it is a list. */
    public List<? extends @Nullable Object> list(@Nullable Object value) {
        if (value instanceof List<?> list && info(value.getClass()).adapter == null) {
            return list;
        }
        java.util.ArrayList<@Nullable Object> out = new java.util.ArrayList<>();
        iterate(value).forEachRemaining(out::add);
        return out;
    }

    /** A pair or tuple as a list. */
    static List<?> tuple(Object value) {
        return value instanceof Map.Entry<?, ?> e ? Tuple.of(e.getKey(), e.getValue()) : (List<?>) value;
    }

    /** A view of any array but bytes. */
    static List<?> arrayAsList(Object array) {
        if (array instanceof Object[] objects) {
            return Arrays.asList(objects);
        }
        return new java.util.AbstractList<Object>() {
            @Override
            public Object get(int index) {
                return Array.get(array, index);
            }

            @Override
            public int size() {
                return Array.getLength(array);
            }
        };
    }

    private static List<Integer> byteList(byte[] bytes) {
        return java.util.stream.IntStream.range(0, bytes.length)
                .mapToObj(i -> bytes[i] & 0xff)
                .toList();
    }

    /** The characters of a text, one string each. */
    public static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** What an optional holds; other values as they are. */
    public static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> o) {
            return o.orElse(null);
        } else if (value instanceof OptionalInt o) {
            return o.isPresent() ? (Object) o.getAsInt() : null;
        } else if (value instanceof OptionalLong o) {
            return o.isPresent() ? (Object) o.getAsLong() : null;
        } else if (value instanceof OptionalDouble o) {
            return o.isPresent() ? (Object) o.getAsDouble() : null;
        }
        return value;
    }

    /** The HTML of a value that brings its own, else null. */
    static @Nullable SafeString ownHtml(Object value) {
        return value instanceof HtmlValue html ? html.html() : null;
    }

    /** A member by name as a variable would find it: item, attribute or index; MISSING if there is none. */
    public @Nullable Object member(@Nullable Object value, String name, Context context) {
        return new Lookup(name).step(value, context);
    }

    /** The element at an index from either end, or MISSING. */
    public @Nullable Object index(Object value, int index) {
        TypeInfo info = info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value || data == null ? info.adapter.index(value, index) : index(data, index);
        }
        return switch (info.kind) {
            case LIST -> at((List<?>) value, index);
            case TUPLE -> at(tuple(value), index);
            case ARRAY -> at(arrayAsList(value), index);
            case BYTES -> at(byteList((byte[]) value), index);
            case STR, SAFE, LAZY -> at(characters(value.toString()), index);
            case MAP -> key((Map<?, ?>) value, index);
            default -> ValueAdapter.MISSING;
        };
    }

    private static @Nullable Object at(List<?> list, int index) {
        int i = index < 0 ? index + list.size() : index;
        return i >= 0 && i < list.size() ? list.get(i) : ValueAdapter.MISSING;
    }

    /** The value of a numeric key, of whatever Java type the key is. */
    static @Nullable Object key(Map<?, ?> map, int number) {
        for (Object key : new Object[] {(long) number, number, BigInteger.valueOf(number)}) {
            Object found = lookup(map, key);
            if (found != ValueAdapter.MISSING) {
                return found;
            }
        }
        return ValueAdapter.MISSING;
    }

    /** The value of a key, or MISSING. */
    static @Nullable Object lookup(Map<?, ?> map, Object key) {
        try {
            Object found = map.get(key);
            return found != null || map.containsKey(key) ? found : ValueAdapter.MISSING;
        } catch (ClassCastException | NullPointerException e) {
            return ValueAdapter.MISSING;
        }
    }
}
