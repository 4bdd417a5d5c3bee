package quintet.orm;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import quintet.orm.internal.query.Node;

/** Functions that only PostgreSQL has. Answers to {@code django.contrib.postgres.functions} and {@code expressions}. */
public final class PostgresFunctions {
    private PostgresFunctions() {}

    /** The values a query gives as one list, in its order. Django's {@code ArraySubquery}. */
    public static <R, T> ArrayExpr<R, T> arraySubquery(Values.Of1<?, ? extends T> rows) {
        return new ArrayExpr<>(new Node.Call("ArraySubquery", List.of(Args.node(rows)), List.of()));
    }

    /** A random UUID for each row. Django's {@code RandomUUID}. */
    public static <R> Expr<R, UUID> randomUuid() {
        return new Expr<>(new Node.Call("RandomUUID", List.of(), List.of()));
    }

    /** The moment the transaction began. Django's {@code TransactionNow}. */
    public static <R> TemporalExpr<R, Instant> transactionNow() {
        return new TemporalExpr<>(new Node.Call("TransactionNow", List.of(), List.of()));
    }

    /** A text without its accents; the database needs the extension unaccent. Django's {@code unaccent}. */
    public static <R> TextExpr<R> unaccent(Expr<R, String> text) {
        return new TextExpr<>(text.transform("unaccent"));
    }

    /** The range from one column up to, but without, another: {@code [)}. */
    public static <R, T> RangeExpr<R, T> range(Expr<R, T> lower, Expr<R, T> upper) {
        return range(lower, upper, "[)");
    }

    /** The range between two columns; {@code bounds} are {@code [)}, {@code []}, {@code (]} or {@code ()}. Django's {@code RangeBoundary}. */
    public static <R, T> RangeExpr<R, T> range(Expr<R, T> lower, Expr<R, T> upper, String bounds) {
        if (!bounds.matches("[\\[(][\\])]")) {
            throw new QueryError(
                    QueryError.Kind.VALUE, "The bounds of a range are [), [], (] or (), not '" + bounds + "'.");
        }
        return new RangeExpr<>(new Node.Call("RangeOf", List.of(lower.node(), upper.node()), List.of(bounds)));
    }

    /** An expression of an index with an operator class, such as {@code gin_trgm_ops}. Django's {@code OpClass}. */
    public static <R, T> Expr<R, T> opClass(Expr<R, T> expression, String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw new QueryError("'" + name + "' is no name of an operator class.");
        }
        return new Expr<>(new Node.Call("OpClass", List.of(expression.node()), List.of(name)));
    }
}
