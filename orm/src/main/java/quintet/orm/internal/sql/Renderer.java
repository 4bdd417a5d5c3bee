package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** Writes what resolved queries consist of, values and conditions, as SQL text, and notes which value stands at which {@code ?}. */
final class Renderer {
    final Dialect dialect;
    final StringBuilder out = new StringBuilder(256);
    private final List<Slot> slots = new ArrayList<>();
    /** Whether columns are written without their tables, as in statements about one table. */
    boolean bare;

    Renderer(Dialect dialect) {
        this.dialect = dialect;
    }

    String sql() {
        return out.toString();
    }

    List<Slot> slots() {
        return slots;
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

    /** A query without brackets. */
    void select(Select select) {
        new SelectSql(this).write(select);
    }

    void by(R.By by) {
        dialect.order(this, by);
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

    /** Conditions that all must be met, after a keyword; nothing if there are none. */
    void conditions(List<R.C> conditions, String keyword) {
        String separator = keyword;
        for (R.C condition : conditions) {
            text(separator);
            condition(condition, true);
            separator = " AND ";
        }
    }

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
