package quintet.orm;

import quintet.orm.internal.query.Node;

/** Checks arguments of functions before a query is built. */
final class FunctionArguments {
    private FunctionArguments() {}

    static Node.Call checked(Node.Call call) {
        switch (call.name()) {
            case "Coalesce", "Greatest", "Least" -> {
                if (call.arguments().size() < 2) {
                    throw wrong(call.name() + " must take at least two expressions");
                }
            }
            case "Concat" -> {
                if (call.arguments().size() < 2) {
                    throw wrong("Concat must take at least two expressions");
                }
            }
            case "Substr" -> {
                if (number(call, 1, 1) < 1) {
                    throw wrong("'pos' must be greater than 0");
                }
            }
            case "Left", "Right" -> {
                if (number(call, 1, 1) < 1) {
                    throw wrong("'length' must be greater than 0.");
                }
            }
            case "LPad", "RPad" -> {
                if (number(call, 1, 0) < 0) {
                    throw wrong("'length' must be greater or equal to 0.");
                }
            }
            case "Repeat" -> {
                if (number(call, 1, 0) < 0) {
                    throw wrong("'number' must be greater or equal to 0.");
                }
            }
            case "NthValue" -> {
                if (number(call, 1, 1) < 1) {
                    throw wrong("NthValue requires a positive integer as for nth.");
                }
            }
            case "Ntile" -> {
                if (number(call, 0, 1) < 1) {
                    throw wrong("num_buckets must be greater than 0.");
                }
            }
            case "Lag", "Lead" -> {
                if (number(call, 1, 1) < 1) {
                    throw wrong(call.name() + " requires a positive integer for the offset.");
                }
            }
            default -> {}
        }
        return call;
    }

    private static long number(Node.Call call, int at, long otherwise) {
        return call.arguments().size() > at
                        && call.arguments().get(at) instanceof Node.Param param
                        && param.value() instanceof Number number
                ? number.longValue()
                : otherwise;
    }

    private static QueryError wrong(String says) {
        return new QueryError(QueryError.Kind.VALUE, says);
    }
}
