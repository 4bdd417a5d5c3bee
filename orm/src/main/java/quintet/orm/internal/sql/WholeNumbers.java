package quintet.orm.internal.sql;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;

/** Comparisons with numbers that a column of whole numbers cannot have: their answer is known without asking. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Always or never; null if the number is one that the column could have. */
    static R.@Nullable C outside(R left, String lookup, @Nullable Object value) {
        FieldKind kind = left.type().kind();
        if (kind == null || !kind.isInteger() || !(value instanceof Number number)) {
            return null;
        }
        BigInteger given = whole(number);
        if (given == null) {
            return null;
        }
        boolean above = given.compareTo(highest()) > 0;
        boolean below = given.compareTo(lowest()) < 0;
        if (!above && !below) {
            return null;
        }
        return switch (lookup) {
            case "exact" -> new R.C.Always(false);
            case "gt", "gte" -> new R.C.Always(below);
            case "lt", "lte" -> new R.C.Always(above);
            default -> null;
        };
    }

    private static @Nullable BigInteger whole(Number number) {
        return switch (number) {
            case BigInteger big -> big;
            case Integer i -> BigInteger.valueOf(i);
            case Long l -> BigInteger.valueOf(l);
            default -> null;
        };
    }

    private static BigInteger highest() {
        return BigInteger.valueOf(Long.MAX_VALUE);
    }

    private static BigInteger lowest() {
        return BigInteger.valueOf(Long.MIN_VALUE);
    }
}
