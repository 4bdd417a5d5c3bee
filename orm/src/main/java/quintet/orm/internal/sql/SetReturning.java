package quintet.orm.internal.sql;

import quintet.orm.QueryError;

/**
 * Expressions that return a set, of which each value makes a row. WHERE, HAVING and aggregates cannot have them: what is
 * asked of them stands around a subquery, as for windows.
 */
final class SetReturning {
    /** The function that marks its only argument as one. */
    static final String NAME = "SetOf";

    private SetReturning() {}

    static boolean is(R value) {
        return value instanceof R.Fn fn && fn.name().equals(NAME);
    }

    /** Whether one is within. */
    static boolean has(R value) {
        boolean[] found = {false};
        R.map(value, part -> {
            found[0] |= is(part);
            return part;
        });
        return found[0];
    }

    /** An aggregate of a set, among annotations: the database has no rows for it yet. */
    static void refuseWithinAggregate(R value) {
        R.map(value, part -> {
            if (part instanceof R.Agg agg && agg.argument() != null && has(agg.argument())) {
                throw new QueryError(
                        QueryError.Kind.NOT_SUPPORTED,
                        "An annotation cannot be the " + agg.name() + " of a set-returning expression.",
                        "aggregate() can; for one value per row use the rows of a subquery instead.");
            }
            return part;
        });
    }
}
