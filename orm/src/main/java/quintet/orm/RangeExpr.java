package quintet.orm;

import quintet.fields.Range;
import quintet.orm.internal.query.Node;

/**
 * A range the database keeps or computes. PostgreSQL only.
 *
 * @param <R> the model it starts from
 * @param <T> the type of the bounds
 */
public class RangeExpr<R, T> extends Expr<R, Range<T>> {
    /** Wraps a node. */
    public RangeExpr(Node node) {
        super(node);
    }

    /** Has a value in it. */
    public final Cond<R> contains(T value) {
        return compare("contains", value);
    }

    /** Has a computed value in it. */
    public final Cond<R> containsValue(Expr<? super R, T> value) {
        return compare("contains", value);
    }

    /** Has all of a range in it. Django's {@code contains}. */
    public final Cond<R> contains(Range<T> range) {
        return compare("contains", range);
    }

    /** Has all of a range in it that is computed. Django's {@code contains}. */
    public final Cond<R> contains(Expr<? super R, Range<T>> range) {
        return compare("contains", range);
    }

    /** Lies within a range. Django's {@code contained_by}. */
    public final Cond<R> containedBy(Range<T> range) {
        return compare("contained_by", range);
    }

    /** Lies within a range that is computed. Django's {@code contained_by}. */
    public final Cond<R> containedBy(Expr<? super R, Range<T>> range) {
        return compare("contained_by", range);
    }

    /** Has values in common with a range. Django's {@code overlap}. */
    public final Cond<R> overlap(Range<T> range) {
        return compare("overlap", range);
    }

    /** Has values in common with a range that is computed. Django's {@code overlap}. */
    public final Cond<R> overlap(Expr<? super R, Range<T>> range) {
        return compare("overlap", range);
    }

    /** Lies before a range. Django's {@code fully_lt}. */
    public final Cond<R> fullyLt(Range<T> range) {
        return compare("fully_lt", range);
    }

    /** Lies before a range that is computed. Django's {@code fully_lt}. */
    public final Cond<R> fullyLt(Expr<? super R, Range<T>> range) {
        return compare("fully_lt", range);
    }

    /** Lies behind a range. Django's {@code fully_gt}. */
    public final Cond<R> fullyGt(Range<T> range) {
        return compare("fully_gt", range);
    }

    /** Lies behind a range that is computed. Django's {@code fully_gt}. */
    public final Cond<R> fullyGt(Expr<? super R, Range<T>> range) {
        return compare("fully_gt", range);
    }

    /** Has no values before a range. Django's {@code not_lt}. */
    public final Cond<R> notLt(Range<T> range) {
        return compare("not_lt", range);
    }

    /** Has no values before a range that is computed. Django's {@code not_lt}. */
    public final Cond<R> notLt(Expr<? super R, Range<T>> range) {
        return compare("not_lt", range);
    }

    /** Has no values behind a range. Django's {@code not_gt}. */
    public final Cond<R> notGt(Range<T> range) {
        return compare("not_gt", range);
    }

    /** Has no values behind a range that is computed. Django's {@code not_gt}. */
    public final Cond<R> notGt(Expr<? super R, Range<T>> range) {
        return compare("not_gt", range);
    }

    /** Begins where a range ends, or ends where it begins. Django's {@code adjacent_to}. */
    public final Cond<R> adjacentTo(Range<T> range) {
        return compare("adjacent_to", range);
    }

    /** Begins where a range ends, or ends where it begins that is computed. Django's {@code adjacent_to}. */
    public final Cond<R> adjacentTo(Expr<? super R, Range<T>> range) {
        return compare("adjacent_to", range);
    }

    /** The lower bound; NULL where there is none. Django's {@code startswith}. */
    public final Expr<R, T> lower() {
        return new Expr<>(transform("startswith"));
    }

    /** The upper bound; NULL where there is none. Django's {@code endswith}. */
    public final Expr<R, T> upper() {
        return new Expr<>(transform("endswith"));
    }

    /** Whether no value is in it. Django's {@code isempty}. */
    public final BoolExpr<R> isEmpty() {
        return new BoolExpr<>(transform("isempty"));
    }

    /** Whether the lower bound belongs to it. Django's {@code lower_inc}. */
    public final BoolExpr<R> lowerInc() {
        return new BoolExpr<>(transform("lower_inc"));
    }

    /** Whether there is no lower bound. Django's {@code lower_inf}. */
    public final BoolExpr<R> lowerInf() {
        return new BoolExpr<>(transform("lower_inf"));
    }

    /** Whether the upper bound belongs to it. Django's {@code upper_inc}. */
    public final BoolExpr<R> upperInc() {
        return new BoolExpr<>(transform("upper_inc"));
    }

    /** Whether there is no upper bound. Django's {@code upper_inf}. */
    public final BoolExpr<R> upperInf() {
        return new BoolExpr<>(transform("upper_inf"));
    }

    @Override
    public RangeExpr<R, T> as(String name) {
        return new RangeExpr<>(named(name));
    }
}
