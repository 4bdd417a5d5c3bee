package quintet.orm.internal.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** An expression whose names are resolved: ready to be written as SQL. */
sealed interface R {
    /** The function that puts values side by side. */
    String ROW = "Row";

    /** What reading it gives. */
    ValueType type();

    /** Whether it is a key with several columns. */
    static boolean isKey(R r) {
        return r instanceof Fn fn && fn.name().equals(ROW) && fn.type().base() == ValueType.Base.KEY;
    }

    /** The columns of a key; of anything else, itself. */
    static List<R> parts(R r) {
        return r instanceof Fn fn && isKey(r) ? fn.arguments() : List.of(r);
    }

    /** What decides whether a value is NULL: of a key, each of its columns that may be, or any of them. */
    static List<R> nullable(R r) {
        List<R> parts = parts(r);
        if (parts.size() == 1) {
            return parts;
        }
        List<R> may = parts.stream()
                .filter(part -> part instanceof Col col && col.nullable())
                .toList();
        return may.isEmpty() ? parts.subList(0, 1) : may;
    }

    /** A column of a joined table. */
    record Col(Join join, String column, ValueType type, boolean nullable) implements R {}

    /** A value of the query. */
    record Val(int slot, ValueType type, Slot.@Nullable Step step, boolean isNull) implements R {
        /** A value that is there. */
        Val(int slot, ValueType type, Slot.@Nullable Step step) {
            this(slot, type, step, false);
        }
    }

    /** A collection of values: an item each. */
    record Items(int slot, int count, ValueType type) implements R {}

    /** A value fixed when the query is compiled. */
    record Const(@Nullable Object value, ValueType type) implements R {}

    /** A function by Django's name. */
    record Fn(String name, List<R> arguments, List<String> options, ValueType type) implements R {}

    /** An operator between two values. */
    record Op(R left, String operator, R right, ValueType type) implements R {}

    /** An aggregate. */
    record Agg(
            String name,
            @Nullable R argument,
            boolean distinct,
            @Nullable C filter,
            @Nullable R otherwise,
            List<By> order,
            List<R> more,
            ValueType type)
            implements R {}

    /** A choice by conditions. */
    record Choice(List<Branch> branches, @Nullable R otherwise, ValueType type) implements R {}

    /** A branch of a choice. */
    record Branch(C condition, R then) {}

    /** A query as a value. */
    record Query(Select select, ValueType type) implements R {}

    /** A condition as a value. */
    record Truth(C condition, ValueType type) implements R {}

    /** A column of the subquery in FROM. */
    record Out(String name, ValueType type) implements R {}

    /** A key or index of a JSON value. */
    record Json(R base, List<Object> keys, ValueType type) implements R {}

    /** SQL as written. */
    record Raw(String sql, List<R> parameters, ValueType type) implements R {}

    /** A function over rows around. */
    record Over(R function, List<R> partition, List<By> order, Node.@Nullable Frame frame, ValueType type)
            implements R {}

    /** An ordering. */
    record By(R value, boolean descending, @Nullable Boolean nullsFirst) {}

    /** A condition. */
    sealed interface C {
        /** All, one or an odd number of conditions; or not. */
        record Group(Node.Connector connector, List<C> parts, boolean negated) implements C {}

        /** A lookup between two values. */
        record Compare(R left, String lookup, R right) implements C {}

        /** A lookup with a list of values or a query at its right. */
        record In(R left, R right) implements C {}

        /** Between two values. */
        record Range(R left, R from, R to) implements C {}

        /** Is or is not NULL. */
        record IsNull(R value, boolean yes) implements C {}

        /** Whether a query has rows. */
        record Exists(Select select, boolean negated) implements C {}

        /** A boolean value. */
        record Is(R value) implements C {}

        /** Always or never. */
        record Always(boolean yes) implements C {}
    }

    /** Whether an aggregate of this query is within. */
    static boolean hasAggregate(@Nullable R r) {
        return switch (r) {
            case null -> false;
            case Agg agg -> true;
            case Fn fn -> fn.arguments().stream().anyMatch(R::hasAggregate);
            case Op op -> hasAggregate(op.left()) || hasAggregate(op.right());
            case Choice choice ->
                hasAggregate(choice.otherwise())
                        || choice.branches().stream()
                                .anyMatch(b -> hasAggregate(b.condition()) || hasAggregate(b.then()));
            case Truth truth -> hasAggregate(truth.condition());
            case Json json -> hasAggregate(json.base());
            case Raw raw -> raw.parameters().stream().anyMatch(R::hasAggregate);
            case Col col -> false;
            case Val val -> false;
            case Items items -> false;
            case Const constant -> false;
            case Query query -> false;
            case Out out -> false;
            // Over a window an aggregate leaves the rows as they are.
            case Over over -> false;
        };
    }

    /** Whether an aggregate of this query is within. */
    static boolean hasAggregate(C c) {
        return switch (c) {
            case C.Group group -> group.parts().stream().anyMatch(R::hasAggregate);
            case C.Compare compare -> hasAggregate(compare.left()) || hasAggregate(compare.right());
            case C.In in -> hasAggregate(in.left()) || hasAggregate(in.right());
            case C.Range range -> hasAggregate(range.left()) || hasAggregate(range.from()) || hasAggregate(range.to());
            case C.IsNull isNull -> hasAggregate(isNull.value());
            case C.Is is -> hasAggregate(is.value());
            case C.Exists exists -> false;
            case C.Always always -> false;
        };
    }

    /** The same with every column outside of aggregates, or inside too, replaced. */
    @SuppressWarnings("ReferenceEquality") // whether it was replaced, not whether it is equal
    static R map(R r, UnaryOperator<R> change) {
        R changed = change.apply(r);
        if (changed != r) {
            return changed;
        }
        return switch (r) {
            case Fn fn -> new Fn(fn.name(), all(fn.arguments(), change), fn.options(), fn.type());
            case Op op -> new Op(map(op.left(), change), op.operator(), map(op.right(), change), op.type());
            case Agg agg ->
                new Agg(
                        agg.name(),
                        orNull(agg.argument(), change),
                        agg.distinct(),
                        agg.filter() == null ? null : map(agg.filter(), change),
                        orNull(agg.otherwise(), change),
                        agg.order().stream()
                                .map(by -> new By(map(by.value(), change), by.descending(), by.nullsFirst()))
                                .toList(),
                        all(agg.more(), change),
                        agg.type());
            case Choice choice ->
                new Choice(
                        choice.branches().stream()
                                .map(b -> new Branch(map(b.condition(), change), map(b.then(), change)))
                                .toList(),
                        orNull(choice.otherwise(), change),
                        choice.type());
            case Truth truth -> new Truth(map(truth.condition(), change), truth.type());
            case Json json -> new Json(map(json.base(), change), json.keys(), json.type());
            case Raw raw -> new Raw(raw.sql(), all(raw.parameters(), change), raw.type());
            case Over over ->
                new Over(
                        map(over.function(), change),
                        all(over.partition(), change),
                        over.order().stream()
                                .map(by -> new By(map(by.value(), change), by.descending(), by.nullsFirst()))
                                .toList(),
                        over.frame(),
                        over.type());
            case Col col -> col;
            case Val val -> val;
            case Items items -> items;
            case Const constant -> constant;
            case Query query -> query;
            case Out out -> out;
        };
    }

    private static List<R> all(List<R> list, UnaryOperator<R> change) {
        return list.stream().map(r -> map(r, change)).toList();
    }

    private static @Nullable R orNull(@Nullable R r, UnaryOperator<R> change) {
        return r == null ? null : map(r, change);
    }

    /** The same with its values replaced. */
    static C map(C c, UnaryOperator<R> change) {
        return switch (c) {
            case C.Group group ->
                new C.Group(
                        group.connector(),
                        group.parts().stream().map(part -> map(part, change)).toList(),
                        group.negated());
            case C.Compare compare ->
                new C.Compare(map(compare.left(), change), compare.lookup(), map(compare.right(), change));
            case C.In in -> new C.In(map(in.left(), change), map(in.right(), change));
            case C.Range range ->
                new C.Range(map(range.left(), change), map(range.from(), change), map(range.to(), change));
            case C.IsNull isNull -> new C.IsNull(map(isNull.value(), change), isNull.yes());
            case C.Is is -> new C.Is(map(is.value(), change));
            case C.Exists exists -> exists;
            case C.Always always -> always;
        };
    }

    /** The columns outside of aggregates. */
    static void columns(@Nullable R r, List<Col> into) {
        if (r != null) {
            map(r, part -> {
                if (part instanceof Col col) {
                    into.add(col);
                }
                // An aggregate's own columns need no grouping: give something else back to stop there.
                return part instanceof Agg ? new Const(null, part.type()) : part;
            });
        }
    }

    /** The columns outside of aggregates. */
    static void columns(C c, List<Col> into) {
        map(c, part -> {
            if (part instanceof Col col) {
                into.add(col);
            }
            return part instanceof Agg ? new Const(null, part.type()) : part;
        });
    }
}
