package quintet.orm;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A value the database computes for each row of {@code R}: a column, a function, an aggregate. Immutable.
 *
 * <p>Columns come from the generated companions ({@code Book_.title}); {@link Functions} and {@link Aggregates} make
 * more of them.
 *
 * @param <R> the model it starts from
 * @param <T> the Java type of the value
 */
public class Expr<R, T> implements Order<R> {
    private final Node node;

    /** Wraps a node; users get expressions from tokens and functions. */
    public Expr(Node node) {
        this.node = node;
    }

    /** Equal to a value; null means IS NULL. Django's {@code exact}. */
    public Cond<R> eq(@Nullable T value) {
        return compare("exact", value);
    }

    /** Equal to another expression. */
    public Cond<R> eq(Expr<? super R, ? extends T> other) {
        return compare("exact", other);
    }

    /** Not equal, as {@code exclude} would have it: rows without a value count as different. */
    public Cond<R> ne(@Nullable T value) {
        return eq(value).not();
    }

    /** Not equal to another expression. */
    public Cond<R> ne(Expr<? super R, ? extends T> other) {
        return eq(other).not();
    }

    /** Greater than. */
    public Cond<R> gt(T value) {
        return compare("gt", value);
    }

    /** Greater than another expression. */
    public Cond<R> gt(Expr<? super R, ? extends T> other) {
        return compare("gt", other);
    }

    /** Greater or equal. */
    public Cond<R> gte(T value) {
        return compare("gte", value);
    }

    /** Greater than or equal to another expression. */
    public Cond<R> gte(Expr<? super R, ? extends T> other) {
        return compare("gte", other);
    }

    /** Less than. */
    public Cond<R> lt(T value) {
        return compare("lt", value);
    }

    /** Less than another expression. */
    public Cond<R> lt(Expr<? super R, ? extends T> other) {
        return compare("lt", other);
    }

    /** Less or equal. */
    public Cond<R> lte(T value) {
        return compare("lte", value);
    }

    /** Less than or equal to another expression. */
    public Cond<R> lte(Expr<? super R, ? extends T> other) {
        return compare("lte", other);
    }

    /** Between two values, both included. Django's {@code range}. */
    public Cond<R> between(T from, T to) {
        return compare("range", List.of(from, to));
    }

    /** Between two expressions, both included. */
    public Cond<R> between(Expr<? super R, ? extends T> from, Expr<? super R, ? extends T> to) {
        return compare("range", List.of(from, to));
    }

    /** One of these values. */
    public Cond<R> in(Collection<? extends T> values) {
        return compare("in", values);
    }

    /** One of these values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Cond<R> in(T... values) {
        return compare("in", Arrays.asList(values));
    }

    /** Among the values a query gives. */
    public Cond<R> in(Values.Of1<?, ? extends T> rows) {
        return compare("in", rows);
    }

    /** Equal to one of these expressions. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Cond<R> inAny(Expr<? super R, ? extends T>... expressions) {
        return compare("in", Arrays.asList(expressions));
    }

    /** Has no value. */
    public Cond<R> isNull() {
        return compare("isnull", true);
    }

    /** Has a value. */
    public Cond<R> isNotNull() {
        return compare("isnull", false);
    }

    /** A lookup by its Django name, such as {@code "contained_by"}. */
    public Cond<R> lookup(String name, @Nullable Object value) {
        return compare(name, value);
    }

    /** Is true, for expressions that are. */
    public Cond<R> isTrue() {
        return new Cond<>(new Node.Truth(node));
    }

    /** The value, or another where it is null. Django's {@code Coalesce}. */
    public Expr<R, T> coalesce(T otherwise) {
        return new Expr<>(TextFunctions.call("Coalesce", this, otherwise));
    }

    /** The value, or that of another expression where it is null. */
    public Expr<R, T> coalesce(Expr<? super R, ? extends T> otherwise) {
        return new Expr<>(TextFunctions.call("Coalesce", this, otherwise));
    }

    /** The value, or null where it equals another. Django's {@code NullIf}. */
    public Expr<R, T> nullIf(T other) {
        return new Expr<>(TextFunctions.call("NullIf", this, other));
    }

    /** An operator between two expressions: {@code + - * / % ^}. Typed code uses {@link NumberExpr#plus} and the like. */
    public Expr<R, Object> combine(String operator, Expr<? super R, ?> other) {
        if (!List.of("+", "-", "*", "/", "%", "^").contains(operator)) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "There is no operator '" + operator + "'.",
                    "There are +, -, *, /, ^ and, for remainders, the percent sign.");
        }
        return new Expr<>(new Node.Arithmetic(node, operator, other.node));
    }

    /** The bits that both have. */
    public Expr<R, ?> bitAnd(Expr<? super R, ?> other) {
        return new Expr<R, Object>(new Node.Arithmetic(node, "&", other.node));
    }

    /** The bits that one of them has. */
    public Expr<R, ?> bitOr(Expr<? super R, ?> other) {
        return new Expr<R, Object>(new Node.Arithmetic(node, "|", other.node));
    }

    /** The bits that exactly one of them has. */
    public Expr<R, ?> bitXor(Expr<? super R, ?> other) {
        return new Expr<R, Object>(new Node.Arithmetic(node, "#", other.node));
    }

    /** The bits moved up. */
    public Expr<R, ?> shiftLeft(Expr<? super R, ?> places) {
        return new Expr<R, Object>(new Node.Arithmetic(node, "<<", places.node));
    }

    /** The bits moved down. */
    public Expr<R, ?> shiftRight(Expr<? super R, ?> places) {
        return new Expr<R, Object>(new Node.Arithmetic(node, ">>", places.node));
    }

    /**
     * A part of a text: the characters from {@code start} (0 is the first) up to but without {@code end}; null: to the end.
     * Django's slice of an {@code F}.
     */
    public Expr<R, T> slice(int start, @Nullable Integer end) {
        if (start < 0 || (end != null && end < 0)) {
            throw new QueryError(QueryError.Kind.VALUE, "Negative indexing is not supported.");
        }
        if (end != null && end < start) {
            throw new QueryError(QueryError.Kind.VALUE, "Slice stop must be greater than slice start.");
        }
        return new Expr<>(new Node.Slice(node, start, end));
    }

    /** With the name Django gives an aggregate of one field: {@code pages__sum}. */
    public Expr<R, T> withDefaultName() {
        if (node instanceof Node.Named) {
            return this;
        }
        if (node instanceof Node.Aggregate aggregate
                && aggregate.argument() instanceof Node.Path path
                && aggregate.filter() == null
                && aggregate.order().isEmpty()
                && aggregate.more().isEmpty()) {
            String name = aggregate.name();
            String plain = name.endsWith("Sample") ? name.substring(0, name.length() - 6) : name;
            return as(path.text() + "__" + plain.toLowerCase(java.util.Locale.ROOT));
        }
        throw new QueryError(
                QueryError.Kind.TYPE, "Complex aggregates require an alias", "Give it a name: sum(...).as(\"total\").");
    }

    final Cond<R> compare(String lookup, @Nullable Object value) {
        return new Cond<>(new Node.Lookup(node, lookup, Args.right(lookup, value)));
    }

    /** What a transform makes of the value, by its name in paths: one of the site's own, or {@code "year"} and the like. */
    public Expr<R, Object> transformed(String name) {
        return new Expr<>(transform(name));
    }

    final Node transform(String name) {
        return node instanceof Node.Path path
                ? new Node.Path(Node.join(path.text(), name))
                : new Node.Call("transform:" + name, List.of(node), List.of());
    }

    /** Smallest first. */
    public Order<R> asc() {
        Node.Ordering ordering = new Node.Ordering(node, false, null);
        return () -> ordering;
    }

    /** Largest first. */
    public Order<R> desc() {
        Node.Ordering ordering = new Node.Ordering(node, true, null);
        return () -> ordering;
    }

    @Override
    public final Node.Ordering ordering() {
        return new Node.Ordering(node, false, null);
    }

    /** The same value with a name, for {@code annotate} and for reading it with {@link #of}. */
    public Expr<R, T> as(String name) {
        return new Expr<>(named(name));
    }

    final Node named(String name) {
        return new Node.Named(name, node instanceof Node.Named old ? old.node() : node);
    }

    /**
     * The value that {@code annotate} computed for a row.
     *
     * @throws IllegalStateException if the row was loaded without it
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // annotate() computed it with this expression's type
    public T of(KeyedModel<?> row) {
        return (T) row.annotation(name());
    }

    /** The name given with {@link #as}, else a path's own. */
    final String name() {
        return switch (node) {
            case Node.Named named -> named.name();
            case Node.Path path -> path.text();
            default ->
                throw new IllegalStateException(
                        "The expression has no name. Give it one, as in count(Author_.books()).as(\"titles\").");
        };
    }

    /** The expression tree; for Quintet's own use. */
    public final Node node() {
        return node;
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
