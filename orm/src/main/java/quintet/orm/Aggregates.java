package quintet.orm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** Values computed from many rows, for {@code annotate} and {@code aggregate}. Import them statically. */
public final class Aggregates {
    private Aggregates() {}

    private static Node.Aggregate aggregate(String name, @Nullable Node argument, boolean distinct) {
        return new Node.Aggregate(name, argument, distinct, null, null, List.of(), List.of());
    }

    /** The number of rows that have a value; of a relation, the number of related rows. */
    public static <R> Aggregate<R, Long> count(Expr<R, ?> of) {
        return new Aggregate<>(aggregate("Count", of.node(), false));
    }

    /** The number of different values. */
    public static <R> Aggregate<R, Long> countDistinct(Expr<R, ?> of) {
        return new Aggregate<>(aggregate("Count", of.node(), true));
    }

    /** The number of rows. */
    public static <R> Aggregate<R, Long> countAll() {
        return new Aggregate<>(aggregate("Count", null, false));
    }

    /** The sum; null for no rows. */
    public static <R, N extends Number> Aggregate<R, N> sum(NumberExpr<R, N> of) {
        return new Aggregate<>(aggregate("Sum", of.node(), false));
    }

    /** The mean; null for no rows. */
    public static <R> Aggregate<R, Double> avg(NumberExpr<R, ? extends Number> of) {
        return new Aggregate<>(new Node.Typed(aggregate("Avg", of.node(), false), OutputField.of(Double.class)));
    }

    /** The smallest value; null for no rows. */
    public static <R, T> Aggregate<R, T> min(Expr<R, T> of) {
        return new Aggregate<>(aggregate("Min", of.node(), false));
    }

    /** The largest value; null for no rows. */
    public static <R, T> Aggregate<R, T> max(Expr<R, T> of) {
        return new Aggregate<>(aggregate("Max", of.node(), false));
    }

    /** The sum of spans of time; null for no rows. */
    public static <R> Aggregate<R, Duration> sum(Expr<R, Duration> of) {
        return new Aggregate<>(aggregate("Sum", of.node(), false));
    }

    /** The mean of spans of time; null for no rows. */
    public static <R> Aggregate<R, Duration> avg(Expr<R, Duration> of) {
        return new Aggregate<>(aggregate("Avg", of.node(), false));
    }

    /** The standard deviation of the whole population. */
    public static <R> Aggregate<R, Double> stdDev(NumberExpr<R, ? extends Number> of) {
        return new Aggregate<>(new Node.Typed(aggregate("StdDev", of.node(), false), OutputField.of(Double.class)));
    }

    /** The variance of the whole population. */
    public static <R> Aggregate<R, Double> variance(NumberExpr<R, ? extends Number> of) {
        return new Aggregate<>(new Node.Typed(aggregate("Variance", of.node(), false), OutputField.of(Double.class)));
    }

    /** The standard deviation of a sample. Django's {@code StdDev(sample=True)}. */
    public static <R> Aggregate<R, Double> stdDevSample(NumberExpr<R, ? extends Number> of) {
        return new Aggregate<>(
                new Node.Typed(aggregate("StdDevSample", of.node(), false), OutputField.of(Double.class)));
    }

    /** The variance of a sample. Django's {@code Variance(sample=True)}. */
    public static <R> Aggregate<R, Double> varianceSample(NumberExpr<R, ? extends Number> of) {
        return new Aggregate<>(
                new Node.Typed(aggregate("VarianceSample", of.node(), false), OutputField.of(Double.class)));
    }

    /** The bits that all values have. */
    public static <R, N extends Number> Aggregate<R, N> bitAnd(NumberExpr<R, N> of) {
        return new Aggregate<>(aggregate("BitAnd", of.node(), false));
    }

    /** The bits that one of the values has. */
    public static <R, N extends Number> Aggregate<R, N> bitOr(NumberExpr<R, N> of) {
        return new Aggregate<>(aggregate("BitOr", of.node(), false));
    }

    /** The bits that an odd number of the values has. */
    public static <R, N extends Number> Aggregate<R, N> bitXor(NumberExpr<R, N> of) {
        return new Aggregate<>(aggregate("BitXor", of.node(), false));
    }

    /** Any one of the values. */
    public static <R, T> Aggregate<R, T> anyValue(Expr<R, T> of) {
        return new Aggregate<>(aggregate("AnyValue", of.node(), false));
    }

    /** The texts joined by a delimiter. */
    public static <R> Aggregate<R, String> stringAgg(Expr<R, String> of, String delimiter) {
        return new Aggregate<>(new Node.Aggregate(
                "StringAgg", of.node(), false, null, null, List.of(), List.of(new Node.Param(delimiter))));
    }
}
