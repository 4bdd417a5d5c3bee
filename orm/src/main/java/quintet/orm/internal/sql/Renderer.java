package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** Writes resolved queries as SQL text, and notes which value stands at which {@code ?}. */
final class Renderer {
    final Dialect dialect;
    final StringBuilder out = new StringBuilder(256);
    private final List<Slot> slots = new ArrayList<>();
    private boolean bare;

    Renderer(Dialect dialect) {
        this.dialect = dialect;
    }

    String sql() {
        return out.toString();
    }

    List<Slot> slots() {
        return slots;
    }

    /** Columns without their tables, for statements about one table. */
    void bareColumns() {
        bare = true;
    }

    Renderer text(String text) {
        out.append(text);
        return this;
    }

    Renderer name(String name) {
        dialect.quote(out, name);
        return this;
    }

    void slot(Slot slot) {
        slots.add(slot);
        out.append('?');
    }

    /** The time zone a function names, else that of the moment the query runs. */
    void zone(List<String> options) {
        String given = Transforms.zone(options);
        if (given != null) {
            slot((parameters, values) -> parameters.text(given));
            text(dialect.textCast());
            return;
        }
        slot((parameters, values) -> parameters.text(TimeZones.current().getId()));
        text(dialect.textCast());
    }

    // --- Statements

    void select(Select select) {
        if (select.combinedOperator != null) {
            combined(select);
        } else {
            simple(select);
        }
        order(select);
        limit(select);
        if (select.lock != null) {
            dialect.lock(this, select.lock);
        }
    }

    private void simple(Select select) {
        text("SELECT ");
        if (!select.distinctOn.isEmpty()) {
            dialect.distinctOn(this, select.distinctOn);
        } else if (select.distinct) {
            text("DISTINCT ");
        }
        if (select.items.isEmpty()) {
            text("1");
        }
        String separator = "";
        for (Select.Item item : select.items) {
            text(separator);
            selected(item.value());
            if (item.name() != null && item.name().startsWith("__col")) {
                text(" AS ").name(item.name());
            }
            separator = ", ";
        }
        from(select);
        where(select.where, " WHERE ");
        if (!select.groupBy.isEmpty()) {
            if (dialect.groupsByWhatHavingNames()) {
                List<R.Col> named = new ArrayList<>();
                select.having.forEach(condition -> R.columns(condition, named));
                named.removeAll(select.groupBy);
                select.groupBy.addAll(new java.util.LinkedHashSet<>(named));
            }
            String comma = " GROUP BY ";
            for (R key : select.groupBy) {
                text(comma);
                place(key, select);
                comma = ", ";
            }
        }
        where(select.having, " HAVING ");
    }

    private void selected(R value) {
        if (value instanceof R.Truth truth) {
            dialect.conditionAsValue(this, truth.condition());
        } else {
            list(R.parts(value));
        }
    }

    private void combined(Select select) {
        String separator = "";
        for (Select part : select.combined) {
            text(separator);
            boolean wrap = dialect.bracketsInCombination();
            boolean ordered = !part.orderBy.isEmpty() || part.limitSlot >= 0 || part.combinedOperator != null;
            if (ordered && !wrap) {
                text("SELECT * FROM (");
                select(part);
                text(")");
            } else {
                text(wrap ? "(" : "");
                select(part);
                text(wrap ? ")" : "");
            }
            separator = " " + select.combinedOperator + " ";
        }
    }

    private void from(Select select) {
        if (select.from == null && select.scope.joins().stream().allMatch(join -> join.uses <= 0)) {
            return;
        }
        text(" FROM ");
        if (select.from != null) {
            text("(");
            select(select.from);
            text(") ").name("subquery");
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
                text(join.outer ? " LEFT OUTER JOIN " : " INNER JOIN ");
                table(join);
                on(join);
            }
        }
    }

    private void table(Join join) {
        name(join.model.table());
        if (!join.alias.equals(join.model.table())) {
            text(" ").name(join.alias);
        }
    }

    private void on(Join join) {
        Join parent = join.parent;
        if (parent == null) {
            throw new IllegalStateException("A base table is not joined.");
        }
        text(" ON (").name(parent.alias).text(".").name(join.parentColumn());
        text(" = ").name(join.alias).text(".").name(join.ownColumn());
        R.C more = join.condition;
        if (more != null) {
            text(" AND ");
            condition(more, false);
        }
        text(")");
    }

    private void where(List<R.C> conditions, String keyword) {
        String separator = keyword;
        for (R.C condition : conditions) {
            text(separator);
            condition(condition, true);
            separator = " AND ";
        }
    }

    private void order(Select select) {
        String separator = " ORDER BY ";
        for (R.By by : select.orderBy) {
            text(separator);
            int place = select.combinedOperator == null ? placeOf(by.value(), select) : 0;
            by(place == 0 ? by : new R.By(place(place), by.descending(), by.nullsFirst()));
            separator = ", ";
        }
    }

    private static R place(int place) {
        return new R.Raw(String.valueOf(place), List.of(), ValueType.INT);
    }

    /** Computed values are named by their places: with parameters in them the database could not see that they are equal. */
    private void place(R key, Select select) {
        int place = placeOf(key, select);
        value(place == 0 ? key : place(place));
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

    void by(R.By by) {
        dialect.order(this, by);
    }

    private void limit(Select select) {
        int slot = select.limitSlot;
        if (select.fixedLimit >= 0) {
            text(" LIMIT " + select.fixedLimit);
        } else if (slot >= 0 && select.hasHigh) {
            text(" LIMIT ");
            slot((to, values) -> to.int64(number(values[slot + 1]) - number(values[slot])));
        } else if (slot >= 0 && select.hasLow) {
            text(dialect.limitForOffset());
        }
        if (slot >= 0 && select.hasLow) {
            text(" OFFSET ");
            slot((to, values) -> to.int64(number(values[slot])));
        }
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }

    void update(SelectBuilder builder, Map<FieldMeta, R> changes) {
        Select select = builder.select();
        bare = onlyBase(select);
        text("UPDATE ").name(select.scope.model.table()).text(" SET ");
        String separator = "";
        boolean outerBare = bare;
        for (Map.Entry<FieldMeta, R> change : changes.entrySet()) {
            text(separator).name(change.getKey().column()).text(" = ");
            bare = true;
            dialect.assigned(this, change.getKey(), change.getValue());
            bare = outerBare;
            separator = ", ";
        }
        rowsOf(builder, select);
    }

    void delete(SelectBuilder builder) {
        Select select = builder.select();
        text("DELETE FROM ").name(select.scope.model.table());
        rowsOf(builder, select);
    }

    private static boolean onlyBase(Select select) {
        return select.scope.joins().stream().allMatch(join -> join.parent == null || join.uses <= 0);
    }

    /** The WHERE of a change: the query's own if it stays in the table, else by keys from a subquery. */
    private void rowsOf(SelectBuilder builder, Select select) {
        boolean plain = onlyBase(select)
                && select.limitSlot < 0
                && !select.distinct
                && !builder.isGrouped()
                && select.qualify.isEmpty()
                && select.combinedOperator == null;
        if (plain) {
            bare = false;
            where(select.where, " WHERE ");
            return;
        }
        bare = false;
        text(" WHERE ");
        keyColumns(select.scope.model);
        text(" IN (");
        if (dialect.copiesSubqueryOfChangedTable()) {
            text("SELECT * FROM (");
        }
        select.items.clear();
        select.items.add(new Select.Item(Resolver.key(select.scope.base), null));
        if (select.limitSlot >= 0) {
            builder.finish();
        } else {
            builder.grouping(false);
        }
        select(Qualify.wrap(select));
        text(dialect.copiesSubqueryOfChangedTable() ? ") copied)" : ")");
    }

    private void keyColumns(ModelMeta<?> model) {
        boolean several = model.hasCompositeKey();
        text(several ? "(" : "");
        String separator = "";
        for (FieldMeta field : model.keyFields()) {
            text(separator).name(field.column());
            separator = ", ";
        }
        text(several ? ")" : "");
    }

    // --- Values

    void list(List<? extends R> values) {
        String separator = "";
        for (R value : values) {
            text(separator);
            value(value);
            separator = ", ";
        }
    }

    void value(R value) {
        switch (value) {
            case R.Col col -> column(col);
            case R.Val val -> dialect.value(this, val);
            case R.Items items -> items(items);
            case R.Const constant -> constant(constant);
            case R.Fn fn -> dialect.function(this, fn);
            case R.Op op -> dialect.operator(this, op);
            case R.Agg agg -> aggregate(agg);
            case R.Choice choice -> choice(choice);
            case R.Query query -> query(query.select());
            case R.Truth truth -> dialect.conditionAsValue(this, truth.condition());
            case R.Out col -> name("subquery").text(".").name(col.name());
            case R.Json json -> dialect.json(this, json);
            case R.Raw raw -> raw(raw);
            case R.Over over -> dialect.over(this, over);
        }
    }

    private void column(R.Col col) {
        if (!bare) {
            name(col.join().alias).text(".");
        }
        name(col.column());
    }

    private void constant(R.Const constant) {
        switch (constant.value()) {
            case null -> text("NULL");
            case Long number -> text(number.toString());
            case Integer number -> text(number.toString());
            default -> slot(Slot.constant(constant.value(), constant.type()));
        }
    }

    private void items(R.Items items) {
        text("(");
        for (int i = 0; i < items.count(); i++) {
            text(i == 0 ? "" : ", ");
            slot(Slot.item(items.slot(), i, items.type()));
        }
        text(")");
    }

    /** A value of the query as a parameter. */
    void parameter(R.Val val) {
        Slot.Step step = val.step();
        slot(step == null ? Slot.of(val.slot(), val.type()) : Slot.of(val.slot(), val.type(), step));
    }

    void query(Select select) {
        if (select.empty) {
            text("NULL");
            return;
        }
        boolean outerBare = bare;
        bare = false;
        text("(");
        select(select);
        text(")");
        bare = outerBare;
    }

    private void aggregate(R.Agg agg) {
        R otherwise = agg.otherwise();
        if (otherwise != null) {
            text("COALESCE(");
        }
        dialect.aggregate(this, agg);
        if (otherwise != null) {
            text(", ");
            value(otherwise);
            text(")");
        }
    }

    private void choice(R.Choice choice) {
        List<R.Branch> branches = new ArrayList<>();
        R otherwise = choice.otherwise();
        for (R.Branch branch : choice.branches()) {
            if (Conditions.isNever(branch.condition())) {
                continue;
            }
            if (Conditions.isAlways(branch.condition())) {
                otherwise = branch.then();
                break;
            }
            branches.add(branch);
        }
        if (branches.isEmpty()) {
            value(otherwise == null ? new R.Const(null, choice.type()) : otherwise);
            return;
        }
        text("CASE");
        for (R.Branch branch : branches) {
            text(" WHEN ");
            condition(branch.condition(), true);
            text(" THEN ");
            value(branch.then());
        }
        text(" ELSE ");
        value(otherwise == null ? new R.Const(null, choice.type()) : otherwise);
        text(" END");
    }

    private void raw(R.Raw raw) {
        template(raw.sql(), raw.parameters());
    }

    /** SQL with {@code %s} for values. */
    void template(String sql, List<R> parameters) {
        int from = 0;
        for (R parameter : parameters) {
            int at = sql.indexOf("%s", from);
            if (at < 0) {
                throw new QueryError(QueryError.Kind.VALUE, "There are more parameters than %s in the SQL: " + sql);
            }
            text(sql.substring(from, at));
            value(parameter);
            from = at + 2;
        }
        text(sql.substring(from));
    }

    /** A function over the rows of a window. */
    void window(R.Over over) {
        value(over.function());
        text(" OVER (");
        String space = "";
        if (!over.partition().isEmpty()) {
            text("PARTITION BY ");
            list(over.partition());
            space = " ";
        }
        String separator = space + "ORDER BY ";
        for (R.By by : over.order()) {
            text(separator);
            by(by);
            separator = ", ";
        }
        Node.Frame frame = over.frame();
        if (frame != null) {
            text(frame.rows() ? " ROWS BETWEEN " : " RANGE BETWEEN ")
                    .text(end(frame.start(), "PRECEDING"))
                    .text(" AND ")
                    .text(end(frame.end(), "FOLLOWING"));
        }
        if (frame != null && !frame.exclusion().isEmpty()) {
            text(" EXCLUDE ").text(frame.exclusion());
        }
        text(")");
    }

    private static String end(@Nullable Integer place, String unbounded) {
        if (place == null) {
            return "UNBOUNDED " + unbounded;
        }
        return place == 0 ? "CURRENT ROW" : Math.abs(place) + (place < 0 ? " PRECEDING" : " FOLLOWING");
    }

    // --- Conditions

    void condition(R.C condition, boolean top) {
        switch (condition) {
            case R.C.Group group -> group(group, top);
            case R.C.Compare compare -> dialect.compare(this, compare);
            case R.C.In in -> in(in);
            case R.C.Range range -> {
                value(range.left());
                text(" BETWEEN ");
                value(range.from());
                text(" AND ");
                value(range.to());
            }
            case R.C.IsNull isNull -> dialect.isNull(this, isNull);
            case R.C.Is is -> dialect.valueAsCondition(this, is.value());
            case R.C.Exists exists -> exists(exists);
            case R.C.Always always -> text(always.yes() ? "1 = 1" : "1 = 0");
        }
    }

    private void in(R.C.In in) {
        if (in.right() instanceof R.Query query && query.select().empty) {
            text("1 = 0");
            return;
        }
        dialect.in(this, in);
    }

    private void exists(R.C.Exists exists) {
        text(exists.negated() ? "NOT EXISTS(" : "EXISTS(");
        boolean outerBare = bare;
        bare = false;
        select(exists.select());
        bare = outerBare;
        text(")");
    }

    private void group(R.C.Group group, boolean top) {
        if (group.connector() == Node.Connector.XOR) {
            xor(group);
            return;
        }
        boolean brackets = group.negated() || !top || group.connector() == Node.Connector.OR;
        text(group.negated() ? "NOT " : "").text(brackets ? "(" : "");
        String separator = "";
        for (R.C part : group.parts()) {
            text(separator);
            condition(part, false);
            separator = group.connector() == Node.Connector.AND ? " AND " : " OR ";
        }
        text(brackets ? ")" : "");
    }

    /** An odd number of the parts; what is unknown does not count. */
    private void xor(R.C.Group group) {
        text(group.negated() ? "NOT (" : "(").text("((");
        String separator = "";
        for (R.C part : group.parts()) {
            text(separator).text("CASE WHEN ");
            condition(part, true);
            text(" THEN 1 ELSE 0 END");
            separator = " + ";
        }
        text(") % 2) = 1)");
    }
}
