package quintet.orm.internal.sql;

import java.util.Map;

/** SQL of what only PostgreSQL has. */
final class PostgresExtras {
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("contains", " @> "),
            Map.entry("contained_by", " <@ "),
            Map.entry("overlap", " && "),
            // The driver reads two question marks as one that is no parameter.
            Map.entry("has_key", " ?? "),
            Map.entry("has_keys", " ??& "),
            Map.entry("has_any_keys", " ??| "),
            Map.entry("fully_lt", " << "),
            Map.entry("fully_gt", " >> "),
            Map.entry("not_lt", " &> "),
            Map.entry("not_gt", " &< "),
            Map.entry("adjacent_to", " -|- "),
            Map.entry("trigram_similar", " % "),
            Map.entry("trigram_word_similar", " %> "),
            Map.entry("trigram_strict_word_similar", " %>> "));

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("HStoreKeys", "AKEYS"),
            Map.entry("HStoreValues", "AVALS"),
            Map.entry("RangeLower", "LOWER"),
            Map.entry("RangeUpper", "UPPER"),
            Map.entry("RangeIsEmpty", "ISEMPTY"),
            Map.entry("RangeLowerInc", "LOWER_INC"),
            Map.entry("RangeLowerInf", "LOWER_INF"),
            Map.entry("RangeUpperInc", "UPPER_INC"),
            Map.entry("RangeUpperInf", "UPPER_INF"),
            Map.entry("Unaccent", "UNACCENT"),
            Map.entry("Unnest", "UNNEST"),
            Map.entry("RandomUUID", "GEN_RANDOM_UUID"));

    private static final java.util.Set<String> WRITTEN = java.util.Set.of(
            SetReturning.NAME,
            "ArrayLength",
            "ArrayItem",
            "ArraySlice",
            "HStoreKey",
            "RangeOf",
            "TransactionNow",
            "ArraySubquery");

    private PostgresExtras() {}

    /** Whether it is a function that only PostgreSQL has. */
    static boolean has(String function) {
        return FUNCTIONS.containsKey(function) || WRITTEN.contains(function);
    }

    /** Writes a comparison; false where it is not one of these. */
    static boolean compare(Renderer to, R.C.Compare compare) {
        ValueType left = compare.left().type();
        String lookup = compare.lookup();
        boolean words = left.base() == ValueType.Base.SEARCH && lookup.equals("exact");
        boolean known = words || PostgresLookups.of(left.base()).contains(lookup);
        if (!known) {
            return false;
        }
        if (words || lookup.equals("search")) {
            search(to, compare);
            return true;
        }
        boolean number = left.base().isNumber();
        to.text(number ? "(" : "");
        to.value(compare.left());
        to.text(number ? ")" + bound(compare.right().type()) : "").text(OPERATORS.getOrDefault(lookup, " = "));
        boolean element =
                left.base() == ValueType.Base.RANGE && compare.right().type().base() != ValueType.Base.RANGE;
        to.text(element ? "(" : "");
        to.value(compare.right());
        to.text(element ? ")" + bound(left) : "");
        return true;
    }

    /** Numbers must have the very type of a range's bounds. */
    private static String bound(ValueType range) {
        return range.item() == null ? "" : "::" + PostgresTypes.of(range.item());
    }

    private static void search(Renderer to, R.C.Compare compare) {
        boolean words = compare.left().type().base() == ValueType.Base.SEARCH;
        to.text(words ? "" : "TO_TSVECTOR(COALESCE((");
        to.value(compare.left());
        to.text(words ? "" : ")::text, ''))").text(" @@ ");
        boolean text = compare.right().type().base() != ValueType.Base.OBJECT;
        to.text(text ? "PLAINTO_TSQUERY(" : "(");
        to.value(compare.right());
        to.text(")");
    }

    /** Places in arrays of more dimensions stand side by side. */
    private static void subscripted(Renderer to, R array) {
        boolean place = array instanceof R.Fn fn && fn.name().equals("ArrayItem");
        to.text(place ? "" : "(");
        to.value(array);
        to.text(place ? "" : ")");
    }

    /** Writes a function; false where it is not one of these. */
    static boolean function(Renderer to, R.Fn fn) {
        R first = fn.arguments().isEmpty()
                ? new R.Const(null, ValueType.OBJECT)
                : fn.arguments().getFirst();
        switch (fn.name()) {
            case "ArrayLength" -> {
                to.text("CASE WHEN ");
                to.value(first);
                to.text(" IS NULL THEN NULL ELSE COALESCE(ARRAY_LENGTH(");
                to.value(first);
                to.text(", 1), 0) END");
            }
            case "ArrayItem" -> {
                subscripted(to, first);
                to.text("[" + (Integer.parseInt(fn.options().getFirst()) + 1) + "]");
            }
            case "ArraySlice" -> {
                subscripted(to, first);
                String end = fn.options().getLast();
                to.text("[" + (Integer.parseInt(fn.options().getFirst()) + 1) + ":"
                        + (end.isEmpty() ? "" : Integer.parseInt(end)) + "]");
            }
            case "HStoreKey" -> {
                to.text("(");
                to.value(first);
                to.text(" -> ");
                to.slot(Slot.constant(fn.options().getFirst(), ValueType.TEXT));
                to.text("::text)");
            }
            case "RangeOf" -> {
                String bounds = fn.options().getFirst();
                to.text(PostgresTypes.of(fn.type())).text("(");
                to.list(fn.arguments());
                to.text(", '" + (bounds.matches("[\\[(][\\])]") ? bounds : "[)") + "')");
            }
            case SetReturning.NAME -> to.value(first);
            case "TransactionNow" -> to.text("CURRENT_TIMESTAMP");
            case "ArraySubquery" -> {
                to.text("ARRAY");
                to.value(first);
            }
            default -> {
                String name = FUNCTIONS.get(fn.name());
                if (name == null) {
                    return false;
                }
                Dialect.call(to, name, fn.arguments());
            }
        }
        return true;
    }
}
