package quintet.orm.internal.load;

import java.util.List;
import quintet.core.Suggestions;
import quintet.orm.QueryError;

/** The units dates are cut to. */
final class Units {
    private static final List<String> DATES = List.of("year", "quarter", "month", "week", "day");
    private static final List<String> TIMES =
            List.of("year", "quarter", "month", "week", "day", "hour", "minute", "second");

    private Units() {}

    static String date(String unit) {
        return check(unit, DATES);
    }

    static String time(String unit) {
        return check(unit, TIMES);
    }

    private static String check(String unit, List<String> known) {
        if (!known.contains(unit)) {
            throw new QueryError("There is no unit '" + unit + "'." + Suggestions.didYouMean(unit, known));
        }
        return unit;
    }
}
