package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Numbering;
import quintet.orm.internal.query.Operation;
import quintet.orm.internal.query.Query;

/** From queries to SQL. Values get their numbers first; see {@link Numbering}. */
public final class Compiler {
    private final Dialect dialect;

    /** A compiler for a kind of database. */
    public Compiler(Dialect dialect) {
        this.dialect = dialect;
    }

    /** SQL for the objects or rows of a query. */
    public Compiled rows(Query query) {
        Query numbered = Numbering.number(query);
        Plan plan = new Plan();
        SelectBuilder builder = new SelectBuilder(numbered, null);
        Select select;
        if (builder.combine(plan)) {
            select = builder.select();
        } else {
            select = Qualify.wrap(builder.givesValues() ? builder.rowSelect(plan) : builder.objectSelect(plan));
        }
        return render(select, plan);
    }

    /** SQL for the number of rows. */
    public Compiled count(Query query) {
        Query numbered = Numbering.number(unordered(query.related(false)));
        SelectBuilder builder = new SelectBuilder(numbered, null);
        Select inner = builder.select();
        R.Agg all = new R.Agg("Count", null, false, null, null, List.of(), List.of(), ValueType.LONG);
        Plan plan = new Plan();
        if (builder.combine(new Plan())) {
            return render(around(inner, List.of(new Select.Item(all, null))), plan);
        }
        boolean simple = !inner.distinct
                && inner.limitSlot < 0
                && !builder.isGrouped()
                && inner.qualify.isEmpty()
                && builder.sets().isEmpty();
        if (simple && !inner.empty) {
            inner.items.add(new Select.Item(all, null));
            return render(inner, plan);
        }
        if (builder.givesValues()) {
            builder.rowSelect(new Plan());
        } else {
            inner.items.add(new Select.Item(Resolver.key(inner.scope.base), null));
            builder.sets().forEach(set -> inner.items.add(new Select.Item(set, null)));
            builder.finish();
        }
        return render(around(Qualify.wrap(inner), List.of(new Select.Item(all, null))), plan);
    }

    /** The order of rows changes nothing of their number, except where it decides which rows there are. */
    private static Query unordered(Query query) {
        boolean decides = query.isSliced() || !query.distinctOn().isEmpty() || query.combined() != null;
        return decides ? query : query.orderBy(List.of());
    }

    /** SQL for whether there are rows. */
    public Compiled exists(Query query) {
        Query numbered = Numbering.number(query.related(false).orderBy(List.of()));
        Select select = new SelectBuilder(numbered, null).existsSelect();
        if (select.limitSlot < 0) {
            select.fixedLimit = 1;
        }
        return render(select, new Plan());
    }

    /** SQL for whether conditions on values alone are met: a SELECT without a table. */
    public Compiled test(Query query) {
        Select select = new SelectBuilder(Numbering.number(query.orderBy(List.of())), null).existsSelect();
        select.scope.base.uses = 0;
        return render(select, new Plan());
    }

    /** SQL for values computed from all rows. */
    public Compiled aggregate(Query query, Map<String, Node> aggregates) {
        Query all = query.related(false);
        for (Map.Entry<String, Node> entry : aggregates.entrySet()) {
            all = all.annotate(AGGREGATE + entry.getKey(), entry.getValue(), false);
        }
        Query numbered = Numbering.number(all);
        List<Operation> operations = numbered.operations();
        int own = operations.size() - aggregates.size();
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Operation operation : operations.subList(own, operations.size())) {
            Operation.Annotate annotate = (Operation.Annotate) operation;
            nodes.put(annotate.name().substring(AGGREGATE.length()), annotate.node());
        }
        SelectBuilder builder = new SelectBuilder(numbered.firstOperations(own), null);
        if (builder.select().empty && nodes.values().stream().anyMatch(node -> EmptyValues.of(node) == null)) {
            // What an expression is of no rows the database knows best.
            builder.select().empty = false;
            builder.select().where.add(new R.C.Always(false));
        }
        return aggregate(builder, nodes);
    }

    private static final String AGGREGATE = "aggregate:";

    private Compiled aggregate(SelectBuilder builder, Map<String, Node> nodes) {
        Select inner = builder.select();
        boolean before = inner.distinct
                || inner.limitSlot >= 0
                || builder.isGrouped()
                || !inner.qualify.isEmpty()
                || !builder.sets().isEmpty();
        builder.resolver().nested = before;
        Map<String, R> resolved = new LinkedHashMap<>();
        nodes.forEach((name, node) -> {
            R value = builder.resolver().resolve(node instanceof Node.Named named ? named.node() : node, null);
            if (!before && !R.hasAggregate(value)) {
                throw new QueryError(
                        QueryError.Kind.TYPE,
                        name + " is not an aggregate expression",
                        "aggregate() takes count, sum, avg and the like.");
            }
            resolved.put(name, value);
            builder.resolver().annotations.putIfAbsent(name, value);
        });
        boolean wrap = before || resolved.values().stream().anyMatch(SetReturning::has);
        Plan plan = new Plan();
        List<Select.Item> items = new ArrayList<>();
        if (!wrap) {
            resolved.forEach((name, value) -> {
                items.add(new Select.Item(value, name));
                plan.addValue(name, value.type());
            });
            inner.items.addAll(items);
            return render(inner, plan);
        }
        return wrapped(builder, inner, resolved, plan);
    }

    private Compiled wrapped(SelectBuilder builder, Select inner, Map<String, R> resolved, Plan plan) {
        Map<R, String> exported = new LinkedHashMap<>();
        List<Select.Item> items = new ArrayList<>();
        resolved.forEach((name, value) -> {
            R outside = export(value, exported);
            items.add(new Select.Item(outside, name));
            plan.addValue(name, value.type());
        });
        if (builder.givesValues()) {
            builder.rowSelect(new Plan());
        } else {
            inner.items.add(new Select.Item(Resolver.key(inner.scope.base), null));
            builder.sets().forEach(set -> inner.items.add(new Select.Item(set, null)));
        }
        exported.forEach((value, name) -> inner.items.add(new Select.Item(value, name)));
        if (!builder.givesValues()) {
            if (inner.limitSlot >= 0) {
                builder.finish();
            } else {
                builder.grouping(false);
            }
        }
        return render(around(Qualify.wrap(inner), items), plan);
    }

    /** Moves what the outermost aggregates need into the subquery, and names it there. */
    private static R export(R value, Map<R, String> exported) {
        return switch (value) {
            case R.Agg agg ->
                new R.Agg(
                        agg.name(),
                        agg.argument() == null ? null : out(agg.argument(), exported),
                        agg.distinct(),
                        agg.filter() == null
                                ? null
                                : R.map(agg.filter(), part -> part instanceof R.Col ? out(part, exported) : part),
                        agg.otherwise(),
                        List.of(),
                        agg.more(),
                        agg.type());
            case R.Fn fn ->
                new R.Fn(
                        fn.name(),
                        fn.arguments().stream()
                                .map(argument -> export(argument, exported))
                                .toList(),
                        fn.options(),
                        fn.type());
            case R.Op op ->
                new R.Op(export(op.left(), exported), op.operator(), export(op.right(), exported), op.type());
            case R other -> other;
        };
    }

    private static R out(R value, Map<R, String> exported) {
        String name = exported.computeIfAbsent(value, v -> "__col" + (exported.size() + 1));
        return new R.Out(name, value.type());
    }

    private static Select around(Select inner, List<Select.Item> items) {
        Select outer = new Select(inner.scope);
        outer.from = inner;
        outer.items.addAll(items);
        outer.empty = inner.empty;
        return outer;
    }

    /** SQL that changes all rows of a query. */
    public Compiled update(Query query, Map<FieldMeta, Node> changes) {
        Query all = query.rowsOnly();
        for (Map.Entry<FieldMeta, Node> change : changes.entrySet()) {
            all = all.annotate(change.getKey().name(), change.getValue(), false);
        }
        Query numbered = Numbering.number(all);
        List<Operation> operations = numbered.operations();
        int own = operations.size() - changes.size();
        SelectBuilder builder = new SelectBuilder(numbered.firstOperations(own), null);
        Map<FieldMeta, R> values = new LinkedHashMap<>();
        ModelMeta<?> model = query.meta();
        for (Operation operation : operations.subList(own, operations.size())) {
            Operation.Annotate annotate = (Operation.Annotate) operation;
            FieldMeta field = model.field(annotate.name());
            values.put(field, change(builder.resolver(), field, annotate.node()));
        }
        Select select = builder.select();
        if (select.empty) {
            return new Compiled("", List.of(), new Plan());
        }
        Renderer renderer = new Renderer(dialect);
        new ChangeSql(renderer).update(builder, values);
        return new Compiled(renderer.sql(), renderer.slots(), new Plan());
    }

    private static R change(Resolver resolver, FieldMeta field, Node node) {
        if (node instanceof Node.Param param) {
            ValueType type = ValueType.of(field);
            return new R.Val(param.slot(), type, value -> Assigned.prepare(field, type, value));
        }
        int before = resolver.scope.joins().size();
        R value = resolver.lenient(node, null);
        boolean joined = resolver.scope.joins().stream().skip(before).anyMatch(join -> join.uses > 0);
        if (joined) {
            throw new QueryError(
                    QueryError.Kind.FIELD,
                    "Joined field references are not permitted in this query",
                    "The new value of " + field + " uses another table. Use a subquery instead.");
        }
        if (R.hasAggregate(value)) {
            throw new QueryError(
                    QueryError.Kind.FIELD,
                    "Aggregate functions are not allowed in this query (" + field.name() + "=" + describe(value) + ").",
                    "Use a subquery instead.");
        }
        return value;
    }

    private static String describe(R value) {
        return value instanceof R.Agg agg
                        && agg.argument() instanceof R.Col col
                        && col.type().field() != null
                ? agg.name() + "(Col(" + col.join().alias + ", " + col.type().field() + "))"
                : "an expression";
    }

    /** SQL that deletes all rows of a query, without looking at what depends on them. */
    public Compiled delete(Query query) {
        Query numbered = Numbering.number(query.related(false).orderBy(List.of()));
        SelectBuilder builder = new SelectBuilder(numbered, null);
        if (builder.select().empty) {
            return new Compiled("", List.of(), new Plan());
        }
        Renderer renderer = new Renderer(dialect);
        new ChangeSql(renderer).delete(builder);
        return new Compiled(renderer.sql(), renderer.slots(), new Plan());
    }

    private Compiled render(Select select, Plan plan) {
        if (select.empty) {
            return new Compiled("", List.of(), plan);
        }
        Renderer renderer = new Renderer(dialect);
        renderer.select(select);
        return new Compiled(renderer.sql(), renderer.slots(), plan);
    }
}
