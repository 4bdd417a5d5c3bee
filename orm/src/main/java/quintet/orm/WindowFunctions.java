package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** Functions that look at the rows around a row, reached through {@link Functions}; {@code over(...)} says which rows. */
public abstract class WindowFunctions extends DateFunctions {
    WindowFunctions() {}

    private static <N extends Number> Ranking<N> ranking(String name) {
        return new Ranking<>(call(name));
    }

    /** The number of the row, from 1. */
    public static Ranking<Integer> rowNumber() {
        return ranking("RowNumber");
    }

    /** The place of the row; equal rows share one, and the places after it are left out. */
    public static Ranking<Integer> rank() {
        return ranking("Rank");
    }

    /** The place of the row; equal rows share one, and none is left out. */
    public static Ranking<Integer> denseRank() {
        return ranking("DenseRank");
    }

    /** The part of the rows that come before, from 0 to 1. */
    public static Ranking<Double> percentRank() {
        return ranking("PercentRank");
    }

    /** The part of the rows that come before or are equal, up to 1. */
    public static Ranking<Double> cumeDist() {
        return ranking("CumeDist");
    }

    /** The rows in so many groups of nearly the same size: the group's number, from 1. */
    public static Ranking<Integer> ntile(int groups) {
        return new Ranking<>(call("Ntile", groups));
    }

    /** The value of the first row of the frame. */
    public static <R, T> WindowFunction<R, T> firstValue(Expr<R, T> of) {
        return new WindowFunction<>(call("FirstValue", of));
    }

    /** The value of the last row of the frame, which ends with the row itself if nothing else is said. */
    public static <R, T> WindowFunction<R, T> lastValue(Expr<R, T> of) {
        return new WindowFunction<>(call("LastValue", of));
    }

    /** The value of the n-th row of the frame, from 1. */
    public static <R, T> WindowFunction<R, T> nthValue(Expr<R, T> of, int nth) {
        return new WindowFunction<>(call("NthValue", of, nth));
    }

    /** The value of the row before; null for the first. */
    public static <R, T> WindowFunction<R, T> lag(Expr<R, T> of) {
        return lag(of, 1);
    }

    /** The value of a row before; null where there is none. */
    public static <R, T> WindowFunction<R, T> lag(Expr<R, T> of, int offset) {
        return new WindowFunction<>(call("Lag", of, offset));
    }

    /** The value of a row before, or another where there is none. */
    public static <R, T> WindowFunction<R, T> lag(Expr<R, T> of, int offset, T otherwise) {
        return new WindowFunction<>(with("Lag", of, offset, otherwise));
    }

    /** The value of the next row; null for the last. */
    public static <R, T> WindowFunction<R, T> lead(Expr<R, T> of) {
        return lead(of, 1);
    }

    /** The value of a row that follows; null where there is none. */
    public static <R, T> WindowFunction<R, T> lead(Expr<R, T> of, int offset) {
        return new WindowFunction<>(call("Lead", of, offset));
    }

    /** The value of a row that follows, or another where there is none. */
    public static <R, T> WindowFunction<R, T> lead(Expr<R, T> of, int offset, T otherwise) {
        return new WindowFunction<>(with("Lead", of, offset, otherwise));
    }

    private static Node with(String name, Expr<?, ?> of, int offset, @Nullable Object otherwise) {
        return FunctionArguments.checked(
                new Node.Call(name, List.of(of.node(), new Node.Param(offset), new Node.Param(otherwise)), List.of()));
    }

    /**
     * A function of a row's place alone.
     *
     * @param <N> its Java type
     */
    public static final class Ranking<N extends Number> {
        private final Node function;

        Ranking(Node function) {
            this.function = function;
        }

        /** Among these rows. Django's {@code Window}. */
        public <R> NumberExpr<R, N> over(Window<R> rows) {
            return new NumberExpr<>(rows.of(function));
        }
    }

    /**
     * A function of a value in other rows.
     *
     * @param <R> the model it starts from
     * @param <T> its Java type
     */
    public static final class WindowFunction<R, T> {
        private final Node function;

        WindowFunction(Node function) {
            this.function = function;
        }

        /** Among these rows. Django's {@code Window}. */
        public Expr<R, T> over(Window<? super R> rows) {
            return new Expr<>(rows.of(function));
        }
    }
}
