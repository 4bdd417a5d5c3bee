package quintet.orm.internal.sql;

import java.util.Map;
import quintet.orm.QueryError;

/** Conditions as MariaDB and MySQL write them: texts compare by their bytes, or folded. */
final class MySqlLookups {
    private static final Map<String, String> OPERATORS =
            Map.of("exact", " = ", "gt", " > ", "gte", " >= ", "lt", " < ", "lte", " <= ");

    private MySqlLookups() {}

    static void write(Renderer to, R.C.Compare compare) {
        String operator = OPERATORS.get(compare.lookup());
        if (operator != null) {
            to.value(compare.left());
            to.text(operator);
            to.value(compare.right());
            return;
        }
        switch (compare.lookup()) {
            case "iexact" -> like(to, compare, true, false, false);
            case "contains" -> like(to, compare, false, true, true);
            case "icontains" -> like(to, compare, true, true, true);
            case "startswith" -> like(to, compare, false, false, true);
            case "istartswith" -> like(to, compare, true, false, true);
            case "endswith" -> like(to, compare, false, true, false);
            case "iendswith" -> like(to, compare, true, true, false);
            case "regex", "iregex" -> regex(to, compare, compare.lookup().equals("iregex"));
            default ->
                throw new QueryError(
                        "There is no lookup '" + compare.lookup() + "' for this value on MariaDB and MySQL.");
        }
    }

    private static void regex(Renderer to, R.C.Compare compare, boolean anyCase) {
        boolean mysql = !to.dialect.server().isMariaDb();
        to.text(mysql ? "REGEXP_LIKE(" : "");
        MySqlJson.text(to, compare.left());
        to.text(mysql ? ", " : anyCase ? " REGEXP CONCAT('(?i)', " : " REGEXP BINARY ");
        to.value(compare.right());
        to.text(mysql ? (anyCase ? ", 'i')" : ", 'c')") : anyCase ? ")" : "");
    }

    /** With LOWER the case does not matter even where the collation tells cases apart. */
    private static void like(Renderer to, R.C.Compare compare, boolean fold, boolean before, boolean after) {
        to.text(fold ? "LOWER(" : "");
        MySqlJson.text(to, compare.left());
        to.text(fold ? ") LIKE LOWER(" : " LIKE BINARY ");
        if (compare.right() instanceof R.Val val) {
            to.parameter(val);
        } else {
            to.text("CONCAT(").text(before ? "'%', " : "").text("REPLACE(REPLACE(REPLACE(");
            to.value(compare.right());
            to.text(", '\\\\', '\\\\\\\\'), '%', '\\\\%'), '_', '\\\\_')")
                    .text(after ? ", '%'" : "")
                    .text(")");
        }
        to.text(fold ? ")" : "");
    }
}
