package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;

/** Writes a whole SELECT: its columns, tables, groups, order and limit. */
final class SelectSql {
    private final Renderer to;

    SelectSql(Renderer to) {
        this.to = to;
    }

    /** Writes it without brackets. */
    void write(Select select) {
        if (select.combinedOperator != null) {
            combined(select);
        } else {
            simple(select);
        }
        order(select);
        limit(select);
        if (select.lock != null) {
            to.dialect.lock(to, select.lock, select.lockOf);
        }
    }

    private void simple(Select select) {
        to.text("SELECT ");
        if (!select.distinctOn.isEmpty()) {
            to.dialect.distinctOn(to, select.distinctOn);
        } else if (select.distinct) {
            to.text("DISTINCT ");
        }
        if (select.items.isEmpty()) {
            to.text("1");
        }
        String separator = "";
        for (Select.Item item : select.items) {
            to.text(separator);
            selected(item.value());
            if (item.name() != null && item.name().startsWith("__col")) {
                to.text(" AS ").name(item.name());
            }
            separator = ", ";
        }
        from(select);
        to.conditions(select.where, " WHERE ");
        if (!select.groupBy.isEmpty()) {
            if (to.dialect.groupsByWhatHavingNames()) {
                List<R.Col> named = new ArrayList<>();
                select.having.forEach(condition -> R.columns(condition, named));
                named.removeAll(select.groupBy);
                select.groupBy.addAll(new java.util.LinkedHashSet<>(named));
            }
            String comma = " GROUP BY ";
            for (R key : select.groupBy) {
                to.text(comma);
                place(key, select);
                comma = ", ";
            }
        }
        to.conditions(select.having, " HAVING ");
    }

    private void selected(R value) {
        if (value instanceof R.Truth truth) {
            to.dialect.conditionAsValue(to, truth.condition());
        } else {
            to.list(R.parts(value));
        }
    }

    private void combined(Select select) {
        String separator = "";
        for (Select part : select.combined) {
            to.text(separator);
            boolean wrap = to.dialect.bracketsInCombination();
            boolean ordered = !part.orderBy.isEmpty() || part.limitSlot >= 0 || part.combinedOperator != null;
            if (ordered && !wrap) {
                to.text("SELECT * FROM (");
                write(part);
                to.text(")");
            } else {
                to.text(wrap ? "(" : "");
                write(part);
                to.text(wrap ? ")" : "");
            }
            separator = " " + select.combinedOperator + " ";
        }
    }

    private void from(Select select) {
        if (select.from == null && select.scope.joins().stream().allMatch(join -> join.uses <= 0)) {
            return;
        }
        to.text(" FROM ");
        if (select.from != null) {
            to.text("(");
            write(select.from);
            to.text(") ").name("subquery");
            return;
        }
        boolean first = true;
        for (Join join : select.scope.joins()) {
            if (join.uses <= 0) {
                continue;
            }
            if (first) {
                table(join);
                first = false;
            } else {
                to.text(join.outer ? " LEFT OUTER JOIN " : " INNER JOIN ");
                table(join);
                on(join);
            }
        }
    }

    private void table(Join join) {
        to.name(join.model.table());
        if (!join.alias.equals(join.model.table())) {
            to.text(" ").name(join.alias);
        }
    }

    private void on(Join join) {
        Join parent = join.parent;
        Hop hop = join.hop;
        if (parent == null || hop == null) {
            throw new IllegalStateException("A base table is not joined.");
        }
        List<FieldMeta> from = hop.fromFields();
        List<FieldMeta> own = hop.toFields();
        for (int i = 0; i < from.size(); i++) {
            to.text(i == 0 ? " ON (" : " AND ");
            to.name(parent.alias).text(".").name(from.get(i).column());
            to.text(" = ").name(join.alias).text(".").name(own.get(i).column());
        }
        R.C more = join.condition;
        if (more != null) {
            to.text(" AND ");
            to.condition(more, false);
        }
        to.text(")");
    }

    private void order(Select select) {
        String separator = " ORDER BY ";
        for (R.By by : select.orderBy) {
            to.text(separator);
            int place = select.combinedOperator == null ? placeOf(by.value(), select) : 0;
            to.by(place == 0 ? by : new R.By(place(place), by.descending(), by.nullsFirst()));
            separator = ", ";
        }
    }

    private static R place(int place) {
        return new R.Raw(String.valueOf(place), List.of(), ValueType.INT);
    }

    /** Computed values are named by their places: with parameters in them the database could not see that they are equal. */
    private void place(R key, Select select) {
        int place = placeOf(key, select);
        to.value(place == 0 ? key : place(place));
    }

    private static int placeOf(R key, Select select) {
        if (!(key instanceof R.Col)) {
            int place = 1;
            for (Select.Item item : select.items) {
                if (item.value().equals(key)) {
                    return place;
                }
                place += R.parts(item.value()).size();
            }
        }
        return 0;
    }

    private void limit(Select select) {
        int slot = select.limitSlot;
        if (select.fixedLimit >= 0) {
            to.text(" LIMIT " + select.fixedLimit);
        } else if (slot >= 0 && select.hasHigh) {
            to.text(" LIMIT ");
            to.slot((parameters, values) -> parameters.int64(number(values[slot + 1]) - number(values[slot])));
        } else if (slot >= 0 && select.hasLow) {
            to.text(to.dialect.limitForOffset());
        }
        if (slot >= 0 && select.hasLow) {
            to.text(" OFFSET ");
            to.slot((parameters, values) -> parameters.int64(number(values[slot])));
        }
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }
}
