package quintet.orm.internal.sql;

import java.util.Map;
import java.util.regex.Pattern;
import quintet.core.Suggestions;
import quintet.orm.QueryError;

/** Functions that are alike on all databases. */
final class CommonFunctions {
    private static final Pattern COLLATION = Pattern.compile("[\\w-]+");

    /** SQL's names by Django's. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Lower", "LOWER"),
            Map.entry("Upper", "UPPER"),
            Map.entry("Length", "LENGTH"),
            Map.entry("Trim", "TRIM"),
            Map.entry("LTrim", "LTRIM"),
            Map.entry("RTrim", "RTRIM"),
            Map.entry("Reverse", "REVERSE"),
            Map.entry("Repeat", "REPEAT"),
            Map.entry("MD5", "MD5"),
            Map.entry("SHA1", "SHA1"),
            Map.entry("SHA224", "SHA224"),
            Map.entry("SHA256", "SHA256"),
            Map.entry("SHA384", "SHA384"),
            Map.entry("SHA512", "SHA512"),
            Map.entry("Chr", "CHR"),
            Map.entry("Substr", "SUBSTR"),
            Map.entry("Coalesce", "COALESCE"),
            Map.entry("NullIf", "NULLIF"),
            Map.entry("Abs", "ABS"),
            Map.entry("Ceil", "CEILING"),
            Map.entry("Floor", "FLOOR"),
            Map.entry("Round", "ROUND"),
            Map.entry("Sqrt", "SQRT"),
            Map.entry("Power", "POWER"),
            Map.entry("Mod", "MOD"),
            Map.entry("Exp", "EXP"),
            Map.entry("Ln", "LN"),
            Map.entry("Log", "LOG"),
            Map.entry("Sign", "SIGN"),
            Map.entry("Sin", "SIN"),
            Map.entry("Cos", "COS"),
            Map.entry("Tan", "TAN"),
            Map.entry("ASin", "ASIN"),
            Map.entry("ACos", "ACOS"),
            Map.entry("ATan", "ATAN"),
            Map.entry("ATan2", "ATAN2"),
            Map.entry("Cot", "COT"),
            Map.entry("Degrees", "DEGREES"),
            Map.entry("Radians", "RADIANS"),
            Map.entry("Pi", "PI"),
            Map.entry("Random", "RANDOM"),
            Map.entry("Rank", "RANK"),
            Map.entry("DenseRank", "DENSE_RANK"),
            Map.entry("PercentRank", "PERCENT_RANK"),
            Map.entry("CumeDist", "CUME_DIST"),
            Map.entry("RowNumber", "ROW_NUMBER"),
            Map.entry("Ntile", "NTILE"),
            Map.entry("FirstValue", "FIRST_VALUE"),
            Map.entry("LastValue", "LAST_VALUE"),
            Map.entry("NthValue", "NTH_VALUE"),
            Map.entry("Lag", "LAG"),
            Map.entry("Lead", "LEAD"),
            Map.entry("Greatest", "GREATEST"),
            Map.entry("Least", "LEAST"));

    private CommonFunctions() {}

    static String name(String django, String vendor) {
        String name = NAMES.get(django);
        if (django.equals(SetReturning.NAME)) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "Only PostgreSQL has functions that return sets.",
                    "This database is " + vendor + ". Ask for the rows and take the values apart in Java.");
        }
        if (name == null && PostgresExtras.has(django)) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "Only PostgreSQL has the function '" + django + "'.",
                    "This database is " + vendor + ".");
        }
        if (name == null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "There is no function '" + django + "' on " + vendor + ".",
                    Suggestions.didYouMean(django, NAMES.keySet()));
        }
        return name;
    }

    /** A collation's name becomes part of the text, so only plain ones may. */
    static String collation(String name) {
        if (!COLLATION.matcher(name).matches()) {
            throw new QueryError(QueryError.Kind.VALUE, "Invalid collation name: '" + name + "'.");
        }
        return name;
    }
}
