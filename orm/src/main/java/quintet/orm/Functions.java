package quintet.orm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** Functions of the database with Django's meaning on each of them. Import them statically. */
public final class Functions {
    private Functions() {}

    private static Node call(String name, Expr<?, ?>... arguments) {
        return new Node.Call(
                name, Arrays.stream(arguments).<Node>map(Expr::node).toList(), List.of());
    }

    /** A value as an expression. Django's {@code Value}. */
    public static <R, T> Expr<R, T> value(T value) {
        return new Expr<>(new Node.Param(value));
    }

    /** A path in Django's spelling. Django's {@code F}. */
    public static <R, T> Expr<R, T> f(String path) {
        return new Expr<>(new Node.Path(path));
    }

    /** A field of the query around a subquery. Django's {@code OuterRef}. */
    public static <R, T> Expr<R, T> outer(Expr<?, T> field) {
        return new Expr<>(new Node.Outer(field.node()));
    }

    /** The only value of a query's first row. Django's {@code Subquery}. */
    public static <R, T> Expr<R, T> subquery(Values.Of1<?, T> query) {
        return new Expr<>(new Node.Sub(query.query()));
    }

    /** Whether a query has rows; mostly with {@link #outer}. Django's {@code Exists}. */
    public static <R> Cond<R> exists(Shaping<?, ?> query) {
        return new Cond<>(new Node.Exists(query.query()));
    }

    /** The only value of a query's first row, chosen at run time. */
    public static <R> Expr<R, Object> subqueryOf(Shaping<?, ?> query) {
        return new Expr<>(new Node.Sub(query.query()));
    }

    /** NULL as an expression. Django's {@code Value(None)}. */
    public static <R, T> Expr<R, T> nullValue() {
        return new Expr<>(new Node.Param(null));
    }

    /** Starts a choice by conditions that are added one by one. */
    public static <R, T> Choose<R, T> choose() {
        return new Choose<>(List.of());
    }

    /** The first value that is not null. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> coalesce(Expr<R, ? extends T> first, Expr<R, ? extends T>... others) {
        return new Expr<>(new Node.Call("Coalesce", nodes(first, others), List.of()));
    }

    /** The value, or another where it is null. */
    public static <R, T> Expr<R, T> coalesce(Expr<R, T> first, T otherwise) {
        return new Expr<>(new Node.Call("Coalesce", List.of(first.node(), new Node.Param(otherwise)), List.of()));
    }

    private static List<Node> nodes(Expr<?, ?> first, Expr<?, ?>[] others) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(first.node());
        for (Expr<?, ?> other : others) {
            nodes.add(other.node());
        }
        return List.copyOf(nodes);
    }

    /** The largest of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> greatest(Expr<R, T> first, Expr<R, T>... others) {
        return new Expr<>(new Node.Call("Greatest", nodes(first, others), List.of()));
    }

    /** The smallest of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> least(Expr<R, T> first, Expr<R, T>... others) {
        return new Expr<>(new Node.Call("Least", nodes(first, others), List.of()));
    }

    /** Texts one after the other; missing ones count as empty. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> TextExpr<R> concat(Expr<R, String> first, Expr<R, String>... others) {
        return new TextExpr<>(new Node.Call("Concat", nodes(first, others), List.of()));
    }

    /** In lower case. */
    public static <R> TextExpr<R> lower(Expr<R, String> text) {
        return new TextExpr<>(call("Lower", text));
    }

    /** In upper case. */
    public static <R> TextExpr<R> upper(Expr<R, String> text) {
        return new TextExpr<>(call("Upper", text));
    }

    /** The number of characters. */
    public static <R> NumberExpr<R, Integer> length(Expr<R, String> text) {
        return new NumberExpr<>(call("Length", text));
    }

    /** A part of a text, from a place counted from 1. */
    public static <R> TextExpr<R> substring(Expr<R, String> text, int from, int length) {
        return new TextExpr<>(
                new Node.Call("Substr", List.of(text.node(), new Node.Param(from), new Node.Param(length)), List.of()));
    }

    /** A text with each occurrence of another replaced. */
    public static <R> TextExpr<R> replace(Expr<R, String> text, String what, String by) {
        return new TextExpr<>(
                new Node.Call("Replace", List.of(text.node(), new Node.Param(what), new Node.Param(by)), List.of()));
    }

    /** Without the sign. */
    public static <R, N extends Number> NumberExpr<R, N> abs(Expr<R, N> number) {
        return new NumberExpr<>(call("Abs", number));
    }

    /** Rounded to a number of places. */
    public static <R, N extends Number> NumberExpr<R, N> round(Expr<R, N> number, int places) {
        return new NumberExpr<>(new Node.Call("Round", List.of(number.node(), new Node.Param(places)), List.of()));
    }

    /** The database's present moment. */
    public static <R> TemporalExpr<R, Instant> now() {
        return new TemporalExpr<>(new Node.Call("Now", List.of(), List.of()));
    }

    /** Any other function by Django's name, such as {@code "Sqrt"}, read as a Java type. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> function(String name, Class<T> type, Expr<R, ?>... arguments) {
        return new Expr<>(new Node.Typed(call(name, arguments), OutputField.of(type)));
    }

    /** A value converted to the column type of a Java type. */
    public static <R, T> Expr<R, T> cast(Expr<R, ?> value, Class<T> type) {
        return cast(value, OutputField.of(type));
    }

    /** A value converted to the column type of a field. Django's {@code Cast}. */
    public static <R, T> Expr<R, T> cast(Expr<R, ?> value, OutputField type) {
        return new Expr<>(new Node.Typed(new Node.Call("Cast", List.of(value.node()), List.of()), type));
    }

    /** An expression whose type is said. Django's {@code ExpressionWrapper}. */
    public static <R, T> Expr<R, T> typed(Expr<R, ?> value, OutputField type) {
        return new Expr<>(new Node.Typed(value.node(), type));
    }

    /** Starts a choice by conditions: {@code when(c, value).when(d, other).otherwise(value)}. Django's {@code Case}. */
    public static <R, T> Choose<R, T> when(Cond<R> condition, T then) {
        return new Choose<R, T>(List.of()).when(condition, then);
    }

    /** Starts a choice by conditions, with an expression. */
    public static <R, T> Choose<R, T> when(Cond<R> condition, Expr<R, T> then) {
        return new Choose<R, T>(List.of()).when(condition, then);
    }

    /** A condition as a value. */
    public static <R> BoolExpr<R> truth(Cond<R> condition) {
        return new BoolExpr<>(new Node.CondValue(condition.node()));
    }

    /**
     * A choice by conditions under construction.
     *
     * @param <R> the model it starts from
     * @param <T> the type of the value
     */
    public static final class Choose<R, T> {
        private final List<Node.When> branches;

        private Choose(List<Node.When> branches) {
            this.branches = branches;
        }

        private Choose<R, T> add(Cond<? super R> condition, Node then) {
            List<Node.When> more = new ArrayList<>(branches);
            more.add(new Node.When(condition.node(), then));
            return new Choose<>(List.copyOf(more));
        }

        /** Where the condition holds, this value. */
        public Choose<R, T> when(Cond<? super R> condition, T then) {
            return add(condition, new Node.Param(then));
        }

        /** Where the condition holds, this expression. */
        public Choose<R, T> when(Cond<? super R> condition, Expr<R, T> then) {
            return add(condition, then.node());
        }

        /** Elsewhere this value. */
        public Expr<R, T> otherwise(@Nullable T value) {
            return new Expr<>(new Node.Case(branches, new Node.Param(value)));
        }

        /** Elsewhere this expression. */
        public Expr<R, T> otherwise(Expr<R, T> value) {
            return new Expr<>(new Node.Case(branches, value.node()));
        }

        /** Elsewhere null. */
        public Expr<R, T> end() {
            return new Expr<>(new Node.Case(branches, null));
        }
    }
}
