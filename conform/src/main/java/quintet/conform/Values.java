package quintet.conform;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares JSON values. */
public final class Values {
    private Values() {}

    /** Equal as JSON: numbers by value, objects whatever the order of their keys, arrays in order. */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (a instanceof Number x && b instanceof Number y) {
            return new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            if (x.size() != y.size()) {
                return false;
            }
            Iterator<?> other = y.iterator();
            return x.stream().allMatch(item -> equal(item, other.next()));
        }
        return a.equals(b);
    }

    /** Equal, and the keys of every object in the same order too. */
    public static boolean equalInOrder(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return List.copyOf(x.keySet()).equals(List.copyOf(y.keySet()))
                    && x.keySet().stream().allMatch(key -> equalInOrder(x.get(key), y.get(key)));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            Iterator<?> other = y.iterator();
            return x.size() == y.size() && x.stream().allMatch(item -> equalInOrder(item, other.next()));
        }
        return equal(a, b);
    }
}
