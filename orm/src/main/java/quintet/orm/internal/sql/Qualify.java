package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Conditions on window functions and on sets. SQL computes both after WHERE and HAVING, so the query becomes a subquery that names
 * what is needed, and the conditions, the order and the slice stand around it.
 */
final class Qualify {
    private Qualify() {}

    /** Whether a condition is asked of what SQL computes late. */
    static boolean needed(R.C clause) {
        boolean[] found = {false};
        R.map(clause, part -> {
            found[0] |= part instanceof R.Over || SetReturning.is(part);
            return part;
        });
        return found[0];
    }

    /** The SELECT itself if it has no such conditions. */
    static Select wrap(Select inner) {
        if (inner.qualify.isEmpty()) {
            return inner;
        }
        Map<R, String> names = new LinkedHashMap<>();
        Select outer = new Select(inner.scope);
        outer.from = inner;
        for (Select.Item item : inner.items) {
            outer.items.add(new Select.Item(out(item.value(), names), item.name()));
        }
        UnaryOperator<R> outside = part ->
                part instanceof R.Over || part instanceof R.Col || part instanceof R.Agg || SetReturning.is(part)
                        ? out(part, names)
                        : part;
        inner.qualify.forEach(condition -> outer.where.add(R.map(condition, outside)));
        inner.qualify.clear();
        for (R.By by : inner.orderBy) {
            R value = names.containsKey(by.value()) ? out(by.value(), names) : R.map(by.value(), outside);
            outer.orderBy.add(new R.By(value, by.descending(), by.nullsFirst()));
        }
        inner.orderBy.clear();
        moveSlice(inner, outer);
        List<Select.Item> exported = new ArrayList<>();
        names.forEach((value, name) -> exported.add(new Select.Item(value, name)));
        inner.items.clear();
        inner.items.addAll(exported);
        outer.empty = inner.empty;
        return outer;
    }

    private static void moveSlice(Select inner, Select outer) {
        outer.distinct = inner.distinct;
        outer.limitSlot = inner.limitSlot;
        outer.hasLow = inner.hasLow;
        outer.hasHigh = inner.hasHigh;
        outer.fixedLimit = inner.fixedLimit;
        inner.distinct = false;
        inner.limitSlot = -1;
        inner.hasLow = false;
        inner.hasHigh = false;
        inner.fixedLimit = -1;
    }

    private static R out(R value, Map<R, String> names) {
        // Not the names of what an aggregate around it takes from a subquery.
        String name = names.computeIfAbsent(value, v -> "__colq" + (names.size() + 1));
        return new R.Out(name, value.type());
    }
}
