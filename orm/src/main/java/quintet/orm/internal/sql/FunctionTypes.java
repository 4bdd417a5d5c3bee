package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.QueryError;
import quintet.orm.internal.sql.ValueType.Base;

/** What functions and aggregates give. */
final class FunctionTypes {
    private FunctionTypes() {}

    static ValueType of(String name, List<R> arguments, List<String> options) {
        return switch (name) {
            case "Concat" -> texts(arguments);
            case "Trim",
                    "LTrim",
                    "RTrim",
                    "Lower",
                    "Upper",
                    "Reverse",
                    "MD5",
                    "SHA1",
                    "SHA224",
                    "SHA256",
                    "SHA384",
                    "SHA512" -> text(first(arguments));
            case "Substr", "Left", "Right", "LPad", "RPad", "Repeat", "Chr" -> ValueType.TEXT;
            case "Replace" -> text(FieldClasses.common(arguments));
            case "KeyText", "KT" -> ValueType.LONG_TEXT;
            case "Length", "StrIndex", "Ord", "Extract", "Rank", "DenseRank", "RowNumber", "Ntile" -> ValueType.INT;
            case "Now", "TransactionNow" -> ValueType.DATETIME;
            case "Random", "Pi", "CumeDist", "PercentRank" -> ValueType.FLOAT;
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
                    "Power",
                    "Mod" -> number(arguments);
            case "TruncDate" -> ValueType.DATE;
            case "TruncTime" -> ValueType.TIME;
            case "Trunc" -> options.contains("date") ? ValueType.DATE : first(arguments);
            case "JSONObject", "JSONArray", "JSONNull" -> ValueType.JSON;
            case "UUID4", "UUID7", "RandomUUID" -> ValueType.UUID;
            case "RangeOf" -> PostgresTypes.rangeOver(firstKnown(arguments));
            case "Unnest" -> PostgresTypes.innermost(first(arguments), options.contains("deep"));
            case "Unaccent" -> text(first(arguments));
            case "ArraySubquery" -> ValueType.arrayOf(first(arguments));
            case "Coalesce", "Greatest", "Least", "NullIf" -> FieldClasses.common(arguments);
            case "Lag",
                    "Lead",
                    "FirstValue",
                    "LastValue",
                    "NthValue",
                    "Abs",
                    "Ceil",
                    "Floor",
                    "Sign",
                    "Round",
                    "Collate" -> first(arguments);
            case "Func" -> FieldClasses.common(arguments);
            default -> first(arguments);
        };
    }

    private static ValueType text(ValueType type) {
        return type.base() == Base.TEXT ? type : ValueType.TEXT;
    }

    /** Texts are joined in pairs from the end; the two of a pair must be alike. */
    private static ValueType texts(List<R> arguments) {
        ValueType joined = ValueType.OBJECT;
        for (R argument : arguments.reversed()) {
            joined = FieldClasses.alike(List.of(argument.type(), joined));
        }
        return joined;
    }

    /** Decimals stay decimals, whole numbers become fractions. */
    private static ValueType number(List<R> arguments) {
        boolean decimal =
                arguments.stream().anyMatch(argument -> argument.type().base() == Base.DECIMAL);
        boolean whole = arguments.stream().anyMatch(argument -> argument.type().base() == Base.INTEGER);
        return decimal ? ValueType.DECIMAL : whole ? ValueType.FLOAT : FieldClasses.common(arguments);
    }

    private static ValueType first(List<R> arguments) {
        return arguments.isEmpty()
                ? ValueType.OBJECT
                : plain(arguments.getFirst().type());
    }

    /** A value that is missing says nothing of its type; its neighbour may. */
    private static ValueType firstKnown(List<R> arguments) {
        return arguments.stream()
                .map(R::type)
                .filter(type -> type.base() != Base.OBJECT)
                .findFirst()
                .orElse(ValueType.DATETIME);
    }

    /** Computed decimals have as many places as they have. */
    static ValueType plain(ValueType type) {
        return type.base() == Base.DECIMAL ? ValueType.DECIMAL : type.computed();
    }

    /** Whether it is a statistic of two columns, which has the same name in SQL. */
    static boolean isStatistic(String name) {
        return name.equals("CORR") || name.startsWith("COVAR_") || name.startsWith("REGR_");
    }

    static ValueType aggregate(String name, @Nullable R argument, List<R> more) {
        ValueType of = argument == null ? ValueType.OBJECT : plain(argument.type());
        if (isStatistic(name)) {
            return name.equals("REGR_COUNT") ? ValueType.LONG : ValueType.FLOAT;
        }
        return switch (name) {
            case "ArrayAgg" -> ValueType.arrayOf(of);
            case "JSONBAgg" -> ValueType.JSON;
            case "BoolAnd", "BoolOr" -> ValueType.BOOLEAN;
            case "Count" -> ValueType.LONG;
            case "Avg" -> of.base() == Base.INTEGER ? ValueType.FLOAT : of;
            case "StdDev", "Variance", "StdDevSample", "VarianceSample" ->
                of.base() == Base.DECIMAL ? of : of.base() == Base.INTEGER ? ValueType.FLOAT : of;
            case "StringAgg" -> ValueType.LONG_TEXT;
            // Django reads such a sum as the database gives it.
            case "Sum" -> of.base() == Base.TEXT ? ValueType.OBJECT : of;
            default -> of;
        };
    }

    /** The error for an expression whose type nobody knows, where it must be known. */
    static QueryError unknown() {
        return new QueryError(
                QueryError.Kind.NO_TYPE,
                "Cannot resolve expression type, unknown output_field",
                "Say which it is: typed(expression, OutputField.of(...)).");
    }
}
