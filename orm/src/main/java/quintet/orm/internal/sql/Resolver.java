package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** Turns nodes of one SELECT into resolved expressions, joining the tables they need. */
final class Resolver {
    final Scope scope;
    final @Nullable Resolver outer;
    final Map<String, R> annotations = new LinkedHashMap<>();
    private final Filters filters;
    private final FilteredRelations relations;
    private final Custom custom;
    /** Whether aggregates may be computed of aggregates: when the inner ones stand in a subquery. */
    boolean nested;
    /** How many values stand around of which nobody asks the type. */
    private int unasked;

    Resolver(Scope scope, @Nullable Resolver outer) {
        this.scope = scope;
        this.outer = outer;
        this.filters = new Filters(this);
        this.relations = new FilteredRelations(this);
        this.custom = new Custom(this);
    }

    Filters filters() {
        return filters;
    }

    /** The lookups and transforms of the site. */
    Custom custom() {
        return custom;
    }

    FilteredRelations relations() {
        return relations;
    }

    /** Follows a path from the model, or from a relation with a condition of its own. */
    Trail find(List<String> parts) {
        return relations.find(parts);
    }

    /** The joins of a way; conditions of filtered relations are resolved as their joins are made. */
    List<Join> follow(List<Hop> hops, @Nullable Set<Join> reuse) {
        List<Join> way = scope.follow(scope.base, hops, reuse);
        relations.complete(way);
        return way;
    }

    /** A node as an expression; {@code reuse} are the joins to many that may be shared (null: all). */
    R resolve(Node node, @Nullable Set<Join> reuse) {
        return switch (node) {
            case Node.Path path -> path(Paths.split(path.text()), reuse);
            case Node.Param param -> param(param, null);
            case Node.Solved solved -> (R) solved.value();
            case Node.Named named -> named(named, reuse);
            case Node.Call call -> call(call, reuse);
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic, reuse);
            case Node.Aggregate aggregate -> aggregate(aggregate, reuse);
            case Node.Case choice -> choice(choice, reuse, null);
            case Node.CondValue value -> new R.Truth(filters.inline(value.condition(), reuse), ValueType.BOOLEAN);
            case Node.Cond condition -> new R.Truth(filters.inline(condition, reuse), ValueType.BOOLEAN);
            case Node.Outer out -> outer(out);
            case Node.Sub sub -> sub(sub);
            case Node.Typed typed -> typed(typed, reuse);
            case Node.JsonStep step -> Transforms.json(resolve(step.node(), reuse), step.key());
            case Node.Raw raw ->
                new R.Raw(
                        raw.sql(),
                        raw.parameters().stream().map(p -> resolve(p, reuse)).toList(),
                        ValueType.OBJECT);
            case Node.Window window -> window(window, reuse);
            case Node.Slice slice -> slice(slice, reuse);
            case Node.Row row ->
                new R.Fn(R.ROW, row.nodes().stream().map(n -> resolve(n, reuse)).toList(), List.of(), ValueType.OBJECT);
        };
    }

    /** A value; with the type of what it is compared to, if that is known. */
    R param(Node.Param param, @Nullable ValueType type) {
        ValueType known =
                type == null || type.base() == ValueType.Base.OBJECT ? ValueType.ofValue(param.value()) : type;
        if (param.slot() < 0) {
            // A value within a lookup or transform of the site: always the same.
            return new R.Const(known.prepare(param.value()), known);
        }
        return new R.Val(param.slot(), known, null);
    }

    private R named(Node.Named named, @Nullable Set<Join> reuse) {
        R known = annotations.get(named.name());
        return known != null ? known : resolve(named.node(), reuse);
    }

    R path(List<String> parts, @Nullable Set<Join> reuse) {
        R known = annotations.get(parts.getFirst());
        if (known != null) {
            return custom.apply(known, parts.subList(1, parts.size()));
        }
        Trail trail = find(parts);
        if (trail.isComposite()) {
            return key(follow(trail.hops(), reuse), trail, reuse);
        }
        R result = column(trail, reuse);
        for (String name : trail.rest()) {
            R next = custom.transform(result, name);
            if (next == null) {
                throw notThere(trail, parts);
            }
            result = next;
        }
        return result;
    }

    /** What stands after a field is no transform. */
    private static QueryError notThere(Trail trail, List<String> parts) {
        String name = trail.rest().getFirst();
        if (trail.relation() && !trail.hops().isEmpty()) {
            return PathErrors.unknown(trail.hops().getLast().to(), name, List.of());
        }
        return PathErrors.noJoin(name, parts.get(parts.size() - trail.rest().size() - 1));
    }

    /** The column a path leads to. */
    R.Col column(Trail trail, @Nullable Set<Join> reuse) {
        List<Join> way = follow(trail.hops(), reuse);
        return column(way, trail.field(), reuse);
    }

    R.Col column(List<Join> way, FieldMeta target, @Nullable Set<Join> reuse) {
        FieldMeta field = scope.trim(way, target);
        if (reuse != null) {
            reuse.addAll(way);
        }
        return column(way.getLast(), field);
    }

    /** The columns of the key that a path names, from the table nearest to the start that holds them. */
    R key(List<Join> way, Trail trail, @Nullable Set<Join> reuse) {
        ModelMeta<?> model = trail.field().model();
        Hop last = trail.relation() && !trail.hops().isEmpty() ? trail.hops().getLast() : null;
        boolean reference = last != null && last.forward() && last.field().isComposite();
        ValueType type = reference && last != null ? ValueType.of(last.field()) : ValueType.ofKey(model);
        List<FieldMeta> fields = scope.trim(way, model.keyFields());
        if (reuse != null) {
            reuse.addAll(way);
        }
        return new R.Fn(R.ROW, columns(way.getLast(), fields), List.of(), type);
    }

    private static List<R> columns(Join join, List<FieldMeta> fields) {
        List<R> parts = new ArrayList<>();
        fields.forEach(field -> parts.add(column(join, field)));
        return parts;
    }

    /** A column of a joined row, or several side by side to be compared with as many. */
    static R side(Join join, List<FieldMeta> fields) {
        return fields.size() == 1
                ? column(join, fields.getFirst())
                : new R.Fn(R.ROW, columns(join, fields), List.of(), ValueType.OBJECT);
    }

    /** The same at the end of a way. */
    R side(List<Join> way, List<FieldMeta> targets, @Nullable Set<Join> reuse) {
        List<FieldMeta> fields = scope.trim(way, targets);
        if (reuse != null) {
            reuse.addAll(way);
        }
        return side(way.getLast(), fields);
    }

    /** The key of a joined row: its column, or several side by side. */
    static R key(Join join) {
        return key(join, join.model.key());
    }

    private static R key(Join join, FieldMeta first) {
        if (!first.model().hasCompositeKey()) {
            return column(join, first);
        }
        List<R> parts = columns(join, first.model().keyFields());
        return new R.Fn(R.ROW, parts, List.of(), ValueType.ofKey(first.model()));
    }

    /** A column of a joined row, in its own table or that of a parent. */
    R.Col columnOf(Join join, FieldMeta field) {
        return field.isInherited() ? column(scope.owner(join, field.owner()), field.own()) : column(join, field);
    }

    static R.Col column(Join join, FieldMeta field) {
        return new R.Col(join, field.column(), ValueType.of(field), field.isNullable());
    }

    /** A value on its way into a field. */
    private R fieldValue(Node.Call call) {
        FieldMeta field = scope.model.field(call.options().getFirst());
        Node.Param param = (Node.Param) call.arguments().getFirst();
        ValueType type = ValueType.of(field);
        return new R.Val(param.slot(), type, value -> Assigned.prepare(field, type, value));
    }

    private R call(Node.Call call, @Nullable Set<Join> reuse) {
        if (call.name().equals("FieldValue")) {
            return fieldValue(call);
        }
        if (call.name().equals("Assigned")) {
            ValueType type = ValueType.of(scope.model.field(call.options().getFirst()));
            R value = lenient(call.arguments().getFirst(), reuse);
            return new R.Fn("Assigned", List.of(value), List.of(), type);
        }
        List<R> arguments = new ArrayList<>();
        for (Node argument : call.arguments()) {
            arguments.add(resolve(argument, reuse));
        }
        if (call.name().startsWith("transform:")) {
            return custom.apply(arguments.getFirst(), List.of(call.name().substring(10)));
        }
        DateRules.check(call.name(), arguments, call.options(), null);
        ValueType type = type(() -> FunctionTypes.of(call.name(), arguments, call.options()));
        return new R.Fn(call.name(), arguments, call.options(), type);
    }

    private R arithmetic(Node.Arithmetic node, @Nullable Set<Join> reuse) {
        R left = resolve(node.left(), reuse);
        R right = resolve(node.right(), reuse);
        ValueType type = type(() -> FieldClasses.combined(left, node.operator(), right));
        return new R.Op(left, node.operator(), right, type);
    }

    private R aggregate(Node.Aggregate node, @Nullable Set<Join> reuse) {
        R argument = node.argument() == null ? null : resolve(node.argument(), reuse);
        if (!nested && argument != null && R.hasAggregate(argument)) {
            throw nested(node, argument);
        }
        if (argument != null && R.isKey(argument)) {
            if (!node.name().equals("Count") || node.distinct()) {
                throw new QueryError((node.distinct() ? "A distinct count" : node.name())
                        + " cannot be computed of a key with several fields. Name one of them.");
            }
            argument = R.parts(argument).getFirst();
        }
        R.C filter = node.filter() == null ? null : filters.inline(node.filter(), reuse);
        boolean comma = node.distinct()
                && !node.more().isEmpty()
                && node.more().getFirst() instanceof Node.Param param
                && ",".equals(param.value());
        // Without a delimiter, a comma is meant.
        List<R> more = comma
                ? List.of()
                : node.more().stream().map(n -> resolve(n, reuse)).toList();
        ValueType type = FunctionTypes.aggregate(node.name(), argument, more);
        R otherwise = node.otherwise() instanceof Node.Param param ? param(param, type) : null;
        if (node.otherwise() != null && otherwise == null) {
            otherwise = resolve(node.otherwise(), reuse);
        }
        List<R.By> order = node.order().stream()
                .map(by -> new R.By(resolve(by.node(), reuse), by.descending(), by.nullsFirst()))
                .toList();
        return new R.Agg(node.name(), argument, node.distinct(), filter, otherwise, order, more, type);
    }

    private static QueryError nested(Node.Aggregate node, R argument) {
        String inner = node.argument() instanceof Node.Path path
                ? path.text()
                : argument instanceof R.Agg agg ? agg.name() : node.argument() instanceof Node.Named n ? n.name() : "";
        return new QueryError(
                QueryError.Kind.FIELD,
                "Cannot compute " + node.name() + "('" + inner + "'): '" + inner + "' is an aggregate",
                "Aggregate the query that has it: annotate(...) first, then aggregate(...).");
    }

    private R choice(Node.Case node, @Nullable Set<Join> reuse, @Nullable ValueType given) {
        List<R.Branch> branches = new ArrayList<>();
        for (Node.When when : node.branches()) {
            R.C condition = filters.inline(when.condition(), reuse);
            R then = resolve(when.then(), reuse);
            branches.add(new R.Branch(condition, then));
        }
        R otherwise = node.otherwise() == null ? null : resolve(node.otherwise(), reuse);
        List<R> values = new ArrayList<>();
        branches.forEach(branch -> values.add(branch.then()));
        if (otherwise != null) {
            values.add(otherwise);
        }
        return new R.Choice(branches, otherwise, given != null ? given : FieldClasses.common(values));
    }

    private R outer(Node.Outer node) {
        if (outer == null) {
            throw new QueryError("outer(...) names a field of the query around a subquery, but there is no query around"
                    + " this one.");
        }
        return outer.lenient(node.node(), null);
    }

    /** A query as a value: of its first column, or of its key. Of several rows the database complains. */
    R sub(Node.Sub node) {
        Select select = new SelectBuilder(node.query(), this).valueSelect(null);
        return new R.Query(
                select, FunctionTypes.plain(select.items.getFirst().value().type()));
    }

    /** An expression whose own type does not matter, because another one is given. */
    private R untyped(Node node, ValueType type, @Nullable Set<Join> reuse) {
        return switch (node) {
            case Node.Call call
            when !call.name().startsWith("transform:") && !isInternal(call) -> {
                List<R> arguments = call.arguments().stream()
                        .map(argument -> resolve(argument, reuse))
                        .toList();
                DateRules.check(call.name(), arguments, call.options(), type);
                yield new R.Fn(call.name(), arguments, call.options(), type);
            }
            case Node.Arithmetic a -> new R.Op(lenient(a.left(), reuse), a.operator(), lenient(a.right(), reuse), type);
            case Node.Case choice -> choice(choice, reuse, type);
            default -> resolve(node, reuse);
        };
    }

    /** A value of which nobody needs to know the type: one that is compared, assigned, sorted by, or part of a typed one. */
    R lenient(Node node, @Nullable Set<Join> reuse) {
        unasked++;
        try {
            return resolve(node, reuse);
        } finally {
            unasked--;
        }
    }

    /** The type of a computed value; parts that do not go together are an error only where the type matters. */
    private ValueType type(Supplier<ValueType> of) {
        if (unasked == 0) {
            return of.get();
        }
        try {
            return of.get();
        } catch (QueryError mixed) {
            return ValueType.OBJECT;
        }
    }

    private static boolean isInternal(Node.Call call) {
        return call.name().equals("FieldValue") || call.name().equals("Assigned");
    }

    private R typed(Node.Typed typed, @Nullable Set<Join> reuse) {
        ValueType type = ValueType.of(typed.type());
        return switch (untyped(typed.node(), type, reuse)) {
            case R.Fn fn -> new R.Fn(fn.name(), fn.arguments(), fn.options(), type);
            case R.Op op -> new R.Op(op.left(), op.operator(), op.right(), type);
            case R.Raw raw -> new R.Raw(raw.sql(), raw.parameters(), type);
            case R.Val val -> new R.Val(val.slot(), type, val.step());
            case R.Choice choice -> new R.Choice(choice.branches(), choice.otherwise(), type);
            case R.Agg a ->
                new R.Agg(a.name(), a.argument(), a.distinct(), a.filter(), a.otherwise(), a.order(), a.more(), type);
            case R other -> other;
        };
    }

    private R slice(Node.Slice node, @Nullable Set<Join> reuse) {
        R value = resolve(node.node(), reuse);
        if (value.type().base() == ValueType.Base.ARRAY) {
            return PostgresLookups.slice(value, node.start(), node.end());
        }
        if (value.type().base() != ValueType.Base.TEXT) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "This field does not support slicing.",
                    "Only texts have parts: " + value.type().field() + " is no text.");
        }
        List<R> arguments = new ArrayList<>();
        arguments.add(value);
        arguments.add(new R.Const((long) node.start() + 1, ValueType.INT));
        if (node.end() != null) {
            arguments.add(new R.Const((long) node.end() - node.start(), ValueType.INT));
        }
        return new R.Fn("Substr", arguments, List.of(), value.type().computed());
    }

    private R window(Node.Window window, @Nullable Set<Join> reuse) {
        R function = resolve(window.function(), reuse);
        return new R.Over(
                function,
                window.partition().stream()
                        .flatMap(n -> R.parts(resolve(n, reuse)).stream())
                        .toList(),
                window.order().stream()
                        .flatMap(by -> R.parts(resolve(by.node(), reuse)).stream()
                                .map(part -> new R.By(part, by.descending(), by.nullsFirst())))
                        .toList(),
                window.frame(),
                function.type());
    }
}
