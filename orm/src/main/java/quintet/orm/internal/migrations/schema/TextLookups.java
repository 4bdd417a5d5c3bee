package quintet.orm.internal.migrations.schema;

import quintet.orm.SchemaExpr;
import quintet.orm.internal.migrations.MigrationException;

/** Lookups that compare text: parts of it, or regardless of case. */
final class TextLookups {
    private final SchemaDialect dialect;
    private final ExpressionSql expressions;

    TextLookups(SchemaDialect dialect, ExpressionSql expressions) {
        this.dialect = dialect;
        this.expressions = expressions;
    }

    String sql(String column, String lookup, Object value) {
        if (dialect.vendor().equals("mysql")) {
            return mysql(column, lookup, value);
        }
        boolean sqlite = dialect.vendor().equals("sqlite");
        return switch (lookup) {
            case "iexact" ->
                sqlite
                        ? like(column, value, "", "")
                        : "UPPER(" + column + "::text) = UPPER(" + literal(value, "", "") + ")";
            case "contains" -> sqlite ? like(column, value, "%", "%") : pgLike(column, value, "%", "%");
            case "startswith" -> sqlite ? like(column, value, "", "%") : pgLike(column, value, "", "%");
            case "endswith" -> sqlite ? like(column, value, "%", "") : pgLike(column, value, "%", "");
            case "icontains" -> sqlite ? like(column, value, "%", "%") : upper(column, value, "%", "%");
            case "istartswith" -> sqlite ? like(column, value, "", "%") : upper(column, value, "", "%");
            case "iendswith" -> sqlite ? like(column, value, "%", "") : upper(column, value, "%", "");
            case "regex" -> sqlite ? column + " REGEXP " + plain(value) : column + "::text ~ " + plain(value);
            case "iregex" ->
                sqlite ? column + " REGEXP '(?i)' || " + plain(value) : column + "::text ~* " + plain(value);
            default -> throw unknown(lookup);
        };
    }

    private String mysql(String column, String lookup, Object value) {
        boolean any = lookup.startsWith("i");
        String before = lookup.endsWith("contains") || lookup.endsWith("endswith") ? "%" : "";
        String after = lookup.endsWith("contains") || lookup.endsWith("startswith") ? "%" : "";
        return switch (lookup) {
            case "iexact", "icontains", "istartswith", "iendswith" ->
                "LOWER(" + column + ") LIKE LOWER(" + literal(value, before, after) + ")";
            case "contains", "startswith", "endswith" -> column + " LIKE BINARY " + literal(value, before, after);
            case "regex", "iregex" -> regex(column, value, any);
            default -> throw unknown(lookup);
        };
    }

    private String regex(String column, Object value, boolean anyCase) {
        if (dialect.product().equals("mysql")) {
            return "REGEXP_LIKE(" + column + ", " + plain(value) + (anyCase ? ", 'i')" : ", 'c')");
        }
        return column + (anyCase ? " REGEXP CONCAT('(?i)', " + plain(value) + ")" : " REGEXP BINARY " + plain(value));
    }

    private static MigrationException unknown(String lookup) {
        return new MigrationException("The lookup '" + lookup + "' cannot stand in a constraint or index. Known:"
                + " exact, gt, gte, lt, lte, in, range, isnull, iexact, contains, startswith, endswith,"
                + " icontains, istartswith, iendswith, regex, iregex");
    }

    private String like(String column, Object value, String before, String after) {
        return column + " LIKE " + literal(value, before, after) + " ESCAPE '\\'";
    }

    private String pgLike(String column, Object value, String before, String after) {
        return column + "::text LIKE " + literal(value, before, after);
    }

    private String upper(String column, Object value, String before, String after) {
        return "UPPER(" + column + "::text) LIKE UPPER(" + literal(value, before, after) + ")";
    }

    private String plain(Object value) {
        return value instanceof SchemaExpr e ? expressions.sql(e) : dialect.literal(value.toString());
    }

    private String literal(Object value, String before, String after) {
        if (value instanceof SchemaExpr e) {
            return expressions.sql(e);
        }
        String text = value.toString();
        if (!(before.isEmpty() && after.isEmpty())) {
            text = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        }
        return dialect.literal(before + text + after);
    }
}
