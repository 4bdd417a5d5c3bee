package quintet.templates.internal.values;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.templates.EvaluationError;

/** Python's {@code ==}, {@code <}, {@code in} and {@code is} over Java values. */
@SuppressWarnings("ReferenceEquality") // identity is what "is" asks for
public final class Compare {
    private static final int MAX_DEPTH = 100;
    private static final int SMALL = 256;

    private final Values values;
    private int depth;

    /** Comparison by the rules of an engine. */
    public Compare(Values values) {
        this.values = values;
    }

    /** {@code a == b}. */
    public boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return !(a instanceof Double d && Double.isNaN(d));
        }
        if (a == null || b == null) {
            return false;
        }
        Number x = Numbers.asNumber(a);
        Number y = Numbers.asNumber(b);
        if (x != null && y != null) {
            Integer c = Numbers.compare(x, y);
            return c != null && c == 0;
        }
        if (values.isText(a) && values.isText(b)) {
            return a.toString().equals(b.toString());
        }
        Kind kind = values.kind(a);
        Kind other = values.kind(b);
        if (isSequence(kind) && isSequence(other)) {
            return (kind == Kind.TUPLE) == (other == Kind.TUPLE) && sequences(a, b);
        }
        if (kind == Kind.DATETIME && other == Kind.DATETIME && Times.isAware(a) && Times.isAware(b)) {
            return Times.aware(a).toInstant().equals(Times.aware(b).toInstant());
        }
        if (a instanceof Map<?, ?> m && b instanceof Map<?, ?> n) {
            return maps(m, n);
        }
        if (a instanceof Set<?> s && b instanceof Set<?> t) {
            return s.size() == t.size() && s.stream().allMatch(e -> contains(t, e));
        }
        return a.equals(b);
    }

    private static boolean isSequence(Kind kind) {
        return kind == Kind.LIST || kind == Kind.ARRAY || kind == Kind.TUPLE;
    }

    private boolean sequences(Object a, Object b) {
        List<?> x = values.list(a);
        List<?> y = values.list(b);
        if (x.size() != y.size() || ++depth > MAX_DEPTH) {
            return false;
        }
        Iterator<?> other = y.iterator();
        for (Object item : x) {
            if (!equal(item, other.next())) {
                depth--;
                return false;
            }
        }
        depth--;
        return true;
    }

    private boolean maps(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size() || ++depth > MAX_DEPTH) {
            return false;
        }
        boolean same = a.entrySet().stream()
                .allMatch(e -> b.containsKey(e.getKey()) && equal(e.getValue(), b.get(e.getKey())));
        depth--;
        return same;
    }

    /** Order: negative, 0, positive; null if a NaN makes it undefined. A TypeError if there is no order. */
    public @Nullable Integer order(@Nullable Object a, @Nullable Object b, String operator) {
        Number x = Numbers.asNumber(a);
        Number y = Numbers.asNumber(b);
        if (x != null && y != null) {
            return Numbers.compare(x, y);
        }
        if (a != null && b != null) {
            if (values.isText(a) && values.isText(b)) {
                return text(a.toString(), b.toString());
            }
            Kind kind = values.kind(a);
            Kind other = values.kind(b);
            if (isSequence(kind) && isSequence(other) && (kind == Kind.TUPLE) == (other == Kind.TUPLE)) {
                return lists(values.list(a), values.list(b), operator);
            }
            Integer found = comparable(a, b, kind, other);
            if (found != null) {
                return found;
            }
        }
        throw EvaluationError.type("'" + operator + "' not supported between instances of '" + values.typeName(a)
                + "' and '" + values.typeName(b) + "'");
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Integer comparable(Object a, Object b, Kind kind, Kind other) {
        if (kind == Kind.DATETIME && other == Kind.DATETIME && Times.isAware(a) && Times.isAware(b)) {
            return Times.aware(a).toInstant().compareTo(Times.aware(b).toInstant());
        }
        if (a instanceof Comparable<?> && a.getClass() == b.getClass()) {
            return ((Comparable<Object>) a).compareTo(b);
        }
        return null;
    }

    /** Order by code points, where Java compares by surrogates. */
    private static int text(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private @Nullable Integer lists(List<?> a, List<?> b, String operator) {
        int length = Math.min(a.size(), b.size());
        for (int i = 0; i < length; i++) {
            if (!equal(a.get(i), b.get(i))) {
                return order(a.get(i), b.get(i), operator);
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /** {@code item in container}. */
    public boolean contains(@Nullable Object container, @Nullable Object item) {
        if (container != null && values.isText(container)) {
            if (!values.isText(item)) {
                throw EvaluationError.type(
                        "'in <string>' requires string as left operand, not " + values.typeName(item));
            }
            return container.toString().contains(String.valueOf(item));
        }
        if (container instanceof Map<?, ?> map && item != null) {
            if (Values.lookup(map, item) != quintet.templates.ValueAdapter.MISSING) {
                return true;
            }
            return item instanceof Number || item instanceof CharSequence ? anyEqual(map.keySet(), item) : false;
        }
        if (container instanceof Collection<?> all && values.kind(container) != Kind.OBJECT) {
            return anyEqual(all, item);
        }
        Iterator<?> items = values.iterator(container);
        if (items == null) {
            throw EvaluationError.type("argument of type '" + values.typeName(container) + "' is not iterable");
        }
        while (items.hasNext()) {
            if (equal(items.next(), item)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyEqual(Collection<?> all, @Nullable Object item) {
        for (Object each : all) {
            if (equal(each, item)) {
                return true;
            }
        }
        return false;
    }

    /** {@code a is b}: the same object; small numbers and truth values always are. */
    public boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == b) {
            return true;
        }
        if (a instanceof Boolean x && b instanceof Boolean y) {
            return x.equals(y);
        }
        if (Numbers.isInt(a) && Numbers.isInt(b) && a instanceof Number x && b instanceof Number y) {
            return x.longValue() == y.longValue() && Math.abs(x.longValue()) <= SMALL;
        }
        return a instanceof Enum<?> && a.equals(b);
    }
}
