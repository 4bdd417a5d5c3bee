package quintet.orm.internal.sql;

import java.util.List;
import java.util.Set;

/** Aggregates as MariaDB and MySQL write them. */
final class MySqlAggregates {
    private static final Set<String> FRACTIONS = Set.of("Avg", "StdDev", "StdDevSample", "Variance", "VarianceSample");

    private MySqlAggregates() {}

    /** There is no FILTER: what does not meet the condition is NULL, which aggregates leave out. */
    static void write(Dialect dialect, Renderer to, R.Agg agg) {
        if (!agg.name().startsWith("Bit")) {
            plain(dialect, to, agg);
            return;
        }
        // Of no values these would be numbers.
        to.text("IF(");
        plain(
                dialect,
                to,
                new R.Agg("Count", agg.argument(), false, agg.filter(), null, List.of(), List.of(), ValueType.LONG));
        to.text(" = 0, NULL, ");
        plain(dialect, to, agg);
        to.text(")");
    }

    private static void plain(Dialect dialect, Renderer to, R.Agg agg) {
        to.text(dialect.aggregateName(agg.name())).text("(").text(agg.distinct() ? "DISTINCT " : "");
        R argument = agg.argument();
        R.C filter = agg.filter();
        if (filter != null) {
            to.text("CASE WHEN ");
            to.condition(filter, true);
            to.text(" THEN ");
        }
        if (argument == null) {
            to.text(filter == null ? "*" : "1");
        } else {
            to.value(argument);
            // Averages and the like of whole numbers would have four decimal places only.
            to.text(FRACTIONS.contains(agg.name()) && argument.type().base() == ValueType.Base.INTEGER ? " * 1e0" : "");
        }
        to.text(filter == null ? "" : " ELSE NULL END");
        String separator = " ORDER BY ";
        for (R.By by : agg.order()) {
            to.text(separator);
            to.by(by);
            separator = ", ";
        }
        for (R more : agg.more()) {
            to.text(" SEPARATOR ");
            to.value(more);
        }
        to.text(")");
    }
}
