package quintet.orm;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * Functions of the database with Django's meaning on each of them, and what expressions are built of. Import them statically;
 * {@link Expressions} has the same by Django's names for code that decides at run time.
 */
public final class Functions extends WindowFunctions {
    private Functions() {}

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
        return new Expr<>(new Node.Sub(query.query(), false));
    }

    /** Whether a query has rows; mostly with {@link #outer}. Django's {@code Exists}. */
    public static <R> Cond<R> exists(Shaping<?, ?> query) {
        return new Cond<>(new Node.Exists(query.query()));
    }

    /** The only value of a query's first row, chosen at run time. */
    public static <R> Expr<R, Object> subqueryOf(Shaping<?, ?> query) {
        return new Expr<>(new Node.Sub(query.query(), false));
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
        return new Expr<>(call("Coalesce", first, others));
    }

    /** The value, or another where it is null. */
    public static <R, T> Expr<R, T> coalesce(Expr<R, T> first, T otherwise) {
        return new Expr<>(new Node.Call("Coalesce", List.of(first.node(), new Node.Param(otherwise)), List.of()));
    }

    /** The largest of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> greatest(Expr<R, T> first, Expr<R, T>... others) {
        return new Expr<>(call("Greatest", first, others));
    }

    /** The smallest of the values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> least(Expr<R, T> first, Expr<R, T>... others) {
        return new Expr<>(call("Least", first, others));
    }

    /** The value, or null where it equals another. Django's {@code NullIf}. */
    public static <R, T> Expr<R, T> nullIf(Expr<R, T> value, T other) {
        return new Expr<>(new Node.Call("NullIf", List.of(value.node(), new Node.Param(other)), List.of()));
    }

    /** The value, or null where it equals another. */
    public static <R, T> Expr<R, T> nullIf(Expr<R, T> value, Expr<R, T> other) {
        return new Expr<>(call("NullIf", value, other));
    }

    /** A JSON object of a key and a value. Django's {@code JSONObject}. */
    public static <R> JsonExpr<R, Object> jsonObject(String key, Expr<R, ?> value) {
        return jsonObject(Map.of(key, value));
    }

    /** A JSON object of keys and values, in the map's order. */
    public static <R> JsonExpr<R, Object> jsonObject(Map<String, ? extends Expr<R, ?>> values) {
        List<Node> nodes = new ArrayList<>();
        values.values().forEach(value -> nodes.add(value.node()));
        return new JsonExpr<>(new Node.Call("JSONObject", nodes, List.copyOf(values.keySet())));
    }

    /** A JSON array of values. Django's {@code JSONArray}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> JsonExpr<R, Object> jsonArray(Expr<R, ?>... values) {
        return new JsonExpr<>(new Node.Call(
                "JSONArray", Arrays.stream(values).<Node>map(Expr::node).toList(), List.of()));
    }

    /** JSON's own null, which is a value, while {@code nullValue()} is none. Django's {@code JSONNull}. */
    public static <R> JsonExpr<R, Object> jsonNull() {
        return new JsonExpr<>(call("JSONNull"));
    }

    /** A random UUID, another one for each row. Django's {@code UUID4}. */
    public static <R> Expr<R, UUID> uuid4() {
        return new Expr<>(call("UUID4"));
    }

    /** A UUID that starts with the present moment, so that later ones are greater. Django's {@code UUID7}; PostgreSQL from version 18 on. */
    public static <R> Expr<R, UUID> uuid7() {
        return new Expr<>(call("UUID7"));
    }

    /**
     * SQL of your own with {@code %s} for each argument: {@code template("%s <=> %s", Integer.class, a, b)}. Never put values of users into the
     * text itself. Django's {@code Func} with a template.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> template(String sql, Class<T> type, Expr<R, ?>... arguments) {
        Node call = new Node.Call(
                "Func", Arrays.stream(arguments).<Node>map(Expr::node).toList(), List.of(sql));
        return new Expr<>(new Node.Typed(call, OutputField.of(type)));
    }

    /** SQL of your own with values for its {@code %s}. Django's {@code RawSQL}. */
    public static <R, T> Expr<R, T> rawSql(String sql, Class<T> type, @Nullable Object... values) {
        List<Node> parameters = new ArrayList<>();
        for (Object value : values) {
            parameters.add(Args.node(value));
        }
        return new Expr<>(new Node.Typed(new Node.Raw(sql, List.copyOf(parameters)), OutputField.of(type)));
    }

    /** An expression known to be a number, with what numbers can do. */
    public static <R, N extends Number> NumberExpr<R, N> number(Expr<R, N> value) {
        return new NumberExpr<>(value.node());
    }

    /** An expression known to be a text, with what texts can do. */
    public static <R> TextExpr<R> text(Expr<R, String> value) {
        return new TextExpr<>(value.node());
    }

    /** An expression known to be a date, a time or a moment, with what these can do. */
    public static <R, T extends Temporal> TemporalExpr<R, T> temporal(Expr<R, T> value) {
        return new TemporalExpr<>(value.node());
    }

    /** Any other function by Django's name, such as {@code "Sqrt"}, read as a Java type. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R, T> Expr<R, T> function(String name, Class<T> type, Expr<R, ?>... arguments) {
        return new Expr<>(new Node.Typed(
                new Node.Call(
                        name, Arrays.stream(arguments).<Node>map(Expr::node).toList(), List.of()),
                OutputField.of(type)));
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

    /** Starts a choice of numbers by conditions, so that the result can be summed and calculated with. */
    public static <R, N extends Number> NumberChoose<R, N> when(Cond<R> condition, N then) {
        return new NumberChoose<>(new Choose<R, N>(List.of()).when(condition, then));
    }

    /** Starts a choice of numbers by conditions, with an expression. */
    public static <R, N extends Number> NumberChoose<R, N> when(Cond<R> condition, NumberExpr<R, N> then) {
        return new NumberChoose<>(new Choose<R, N>(List.of()).when(condition, then));
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

    /**
     * A choice of numbers by conditions under construction.
     *
     * @param <R> the model it starts from
     * @param <N> the type of the number
     */
    public static final class NumberChoose<R, N extends Number> {
        private final Choose<R, N> plain;

        private NumberChoose(Choose<R, N> plain) {
            this.plain = plain;
        }

        /** Where the condition holds, this number. */
        public NumberChoose<R, N> when(Cond<? super R> condition, N then) {
            return new NumberChoose<>(plain.when(condition, then));
        }

        /** Where the condition holds, this expression. */
        public NumberChoose<R, N> when(Cond<? super R> condition, Expr<R, N> then) {
            return new NumberChoose<>(plain.when(condition, then));
        }

        /** Elsewhere this number. */
        public NumberExpr<R, N> otherwise(@Nullable N value) {
            return new NumberExpr<>(plain.otherwise(value).node());
        }

        /** Elsewhere this expression. */
        public NumberExpr<R, N> otherwise(Expr<R, N> value) {
            return new NumberExpr<>(plain.otherwise(value).node());
        }

        /** Elsewhere null. */
        public NumberExpr<R, N> end() {
            return new NumberExpr<>(plain.end().node());
        }
    }
}
