package quintet.orm;

import quintet.orm.internal.query.Node;

/** Functions of numbers, reached through {@link Functions}. Those of angles take and give radians. */
public abstract class MathFunctions extends TextFunctions {
    MathFunctions() {}

    private static <R, N extends Number> NumberExpr<R, N> same(String name, Object... arguments) {
        return new NumberExpr<>(call(name, arguments));
    }

    /** Whatever numbers go in, a fraction comes out. */
    private static <R> NumberExpr<R, Double> real(String name, Object... arguments) {
        return new NumberExpr<>(new Node.Typed(call(name, arguments), OutputField.of(Double.class)));
    }

    /** Without the sign. */
    public static <R, N extends Number> NumberExpr<R, N> abs(Expr<R, N> number) {
        return same("Abs", number);
    }

    /** The next whole number up. */
    public static <R, N extends Number> NumberExpr<R, N> ceil(Expr<R, N> number) {
        return same("Ceil", number);
    }

    /** The next whole number down. */
    public static <R, N extends Number> NumberExpr<R, N> floor(Expr<R, N> number) {
        return same("Floor", number);
    }

    /** Rounded to a whole number. */
    public static <R, N extends Number> NumberExpr<R, N> round(Expr<R, N> number) {
        return round(number, 0);
    }

    /** Rounded to a number of places behind the point; before it for negative ones, which SQLite does not know. */
    public static <R, N extends Number> NumberExpr<R, N> round(Expr<R, N> number, int places) {
        return same("Round", number, places);
    }

    /** -1, 0 or 1. */
    public static <R, N extends Number> NumberExpr<R, N> sign(Expr<R, N> number) {
        return same("Sign", number);
    }

    /** The square root. */
    public static <R> NumberExpr<R, Double> sqrt(Expr<R, ? extends Number> number) {
        return real("Sqrt", number);
    }

    /** e to the power of. */
    public static <R> NumberExpr<R, Double> exp(Expr<R, ? extends Number> number) {
        return real("Exp", number);
    }

    /** The natural logarithm. */
    public static <R> NumberExpr<R, Double> ln(Expr<R, ? extends Number> number) {
        return real("Ln", number);
    }

    /** The logarithm to a base. */
    public static <R> NumberExpr<R, Double> log(Number base, Expr<R, ? extends Number> number) {
        return real("Log", base, number);
    }

    /** The logarithm to a base. */
    public static <R> NumberExpr<R, Double> log(Expr<R, ? extends Number> base, Expr<R, ? extends Number> number) {
        return real("Log", base, number);
    }

    /** The remainder of a division. */
    public static <R> NumberExpr<R, Double> mod(Expr<R, ? extends Number> number, Number divisor) {
        return real("Mod", number, divisor);
    }

    /** The remainder of a division. */
    public static <R> NumberExpr<R, Double> mod(Expr<R, ? extends Number> number, Expr<R, ? extends Number> divisor) {
        return real("Mod", number, divisor);
    }

    /** A number to the power of another. */
    public static <R> NumberExpr<R, Double> power(Expr<R, ? extends Number> number, Number exponent) {
        return real("Power", number, exponent);
    }

    /** A number to the power of another. */
    public static <R> NumberExpr<R, Double> power(
            Expr<R, ? extends Number> number, Expr<R, ? extends Number> exponent) {
        return real("Power", number, exponent);
    }

    /** The number pi. */
    public static <R> NumberExpr<R, Double> pi() {
        return new NumberExpr<>(call("Pi"));
    }

    /** A number from 0 up to 1, another one for each row. */
    public static <R> NumberExpr<R, Double> random() {
        return new NumberExpr<>(call("Random"));
    }

    /** The sine. */
    public static <R> NumberExpr<R, Double> sin(Expr<R, ? extends Number> angle) {
        return real("Sin", angle);
    }

    /** The cosine. */
    public static <R> NumberExpr<R, Double> cos(Expr<R, ? extends Number> angle) {
        return real("Cos", angle);
    }

    /** The tangent. */
    public static <R> NumberExpr<R, Double> tan(Expr<R, ? extends Number> angle) {
        return real("Tan", angle);
    }

    /** The cotangent. */
    public static <R> NumberExpr<R, Double> cot(Expr<R, ? extends Number> angle) {
        return real("Cot", angle);
    }

    /** The angle of a sine. */
    public static <R> NumberExpr<R, Double> asin(Expr<R, ? extends Number> number) {
        return real("ASin", number);
    }

    /** The angle of a cosine. */
    public static <R> NumberExpr<R, Double> acos(Expr<R, ? extends Number> number) {
        return real("ACos", number);
    }

    /** The angle of a tangent. */
    public static <R> NumberExpr<R, Double> atan(Expr<R, ? extends Number> number) {
        return real("ATan", number);
    }

    /** The angle of a point, from its y and its x. */
    public static <R> NumberExpr<R, Double> atan2(Expr<R, ? extends Number> y, Expr<R, ? extends Number> x) {
        return real("ATan2", y, x);
    }

    /** Radians as degrees. */
    public static <R> NumberExpr<R, Double> degrees(Expr<R, ? extends Number> angle) {
        return real("Degrees", angle);
    }

    /** Degrees as radians. */
    public static <R> NumberExpr<R, Double> radians(Expr<R, ? extends Number> angle) {
        return real("Radians", angle);
    }
}
