package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.sql.ValueType.Base;

/** What functions, operators and aggregates give. */
final class FunctionTypes {
    private FunctionTypes() {}

    static ValueType of(String name, List<R> arguments, List<String> options) {
        return switch (name) {
            case "Lower",
                    "Upper",
                    "Concat",
                    "Substr",
                    "Trim",
                    "LTrim",
                    "RTrim",
                    "Replace",
                    "Left",
                    "Right",
                    "LPad",
                    "RPad",
                    "Repeat",
                    "Reverse",
                    "Chr",
                    "MD5",
                    "SHA1",
                    "SHA224",
                    "SHA256",
                    "SHA384",
                    "SHA512" -> ValueType.TEXT;
            case "Length", "StrIndex", "Ord", "Extract", "Sign", "Rank", "DenseRank", "RowNumber", "Ntile" ->
                ValueType.INT;
            case "Now" -> ValueType.DATETIME;
            case "Sqrt",
                    "Exp",
                    "Ln",
                    "Log",
                    "Sin",
                    "Cos",
                    "Tan",
                    "ASin",
                    "ACos",
                    "ATan",
                    "ATan2",
                    "Cot",
                    "Degrees",
                    "Radians",
                    "Pi",
                    "Random",
                    "CumeDist",
                    "PercentRank" -> ValueType.FLOAT;
            case "TruncDate" -> ValueType.DATE;
            case "TruncTime" -> ValueType.TIME;
            case "Trunc" -> options.size() > 1 && options.get(1).equals("date") ? ValueType.DATE : first(arguments);
            case "Coalesce", "Greatest", "Least" -> firstKnown(arguments);
            default -> first(arguments);
        };
    }

    private static ValueType first(List<R> arguments) {
        return arguments.isEmpty() ? ValueType.OBJECT : arguments.getFirst().type();
    }

    private static ValueType firstKnown(List<R> arguments) {
        for (R argument : arguments) {
            if (argument.type().base() != Base.OBJECT) {
                return argument.type();
            }
        }
        return ValueType.OBJECT;
    }

    static ValueType combined(R left, String operator, R right) {
        Base a = left.type().base();
        Base b = right.type().base();
        boolean dates = (a == Base.DATE || a == Base.DATETIME || a == Base.TIME) && a == b;
        if (dates && operator.equals("-")) {
            return ValueType.DURATION;
        }
        if (a == Base.DATE && b == Base.DURATION) {
            return ValueType.DATETIME;
        }
        if (a == Base.INTEGER && (b == Base.FLOAT || b == Base.DECIMAL)) {
            return plain(right.type());
        }
        if (a == Base.DECIMAL && b == Base.FLOAT) {
            return ValueType.FLOAT;
        }
        return plain(a == Base.OBJECT ? right.type() : left.type());
    }

    /** Computed decimals have as many places as they have. */
    private static ValueType plain(ValueType type) {
        return type.base() == Base.DECIMAL ? ValueType.DECIMAL : type;
    }

    /** Whether it is a statistic of two columns, which has the same name in SQL. */
    static boolean isStatistic(String name) {
        return name.equals("CORR") || name.startsWith("COVAR_") || name.startsWith("REGR_");
    }

    static ValueType aggregate(String name, @Nullable R argument) {
        ValueType of = argument == null ? ValueType.OBJECT : argument.type();
        if (isStatistic(name)) {
            return ValueType.FLOAT;
        }
        return switch (name) {
            case "Count" -> ValueType.LONG;
            case "Avg", "StdDev", "Variance" -> of.base() == Base.DURATION ? of : ValueType.FLOAT;
            case "StringAgg" -> ValueType.TEXT;
            case "ArrayAgg" -> ValueType.OBJECT;
            case "JSONBAgg" -> ValueType.JSON;
            case "BoolAnd", "BoolOr" -> ValueType.BOOLEAN;
            default -> of;
        };
    }
}
