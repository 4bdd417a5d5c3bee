package quintet.orm.internal.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.sql.ValueType.Base;

/** Comparisons and transforms that only PostgreSQL has: of arrays, hstores, ranges, and of texts by words and trigrams. */
final class PostgresLookups {
    private static final Set<String> ARRAY = Set.of("contains", "contained_by", "overlap");
    private static final Set<String> HSTORE = Set.of("contains", "contained_by", "has_key", "has_keys", "has_any_keys");
    private static final Set<String> RANGE =
            Set.of("contains", "contained_by", "overlap", "fully_lt", "fully_gt", "not_lt", "not_gt", "adjacent_to");
    static final Set<String> WORDS = Set.of("search");
    static final Set<String> TEXT =
            Set.of("search", "trigram_similar", "trigram_word_similar", "trigram_strict_word_similar");
    private static final Set<String> NONE = Set.of();

    private static final Map<String, String> RANGE_PARTS = Map.of(
            "startswith", "RangeLower",
            "endswith", "RangeUpper",
            "isempty", "RangeIsEmpty",
            "lower_inc", "RangeLowerInc",
            "lower_inf", "RangeLowerInf",
            "upper_inc", "RangeUpperInc",
            "upper_inf", "RangeUpperInf");

    private PostgresLookups() {}

    /** The lookups that a type has on PostgreSQL alone. */
    static Set<String> of(Base base) {
        return switch (base) {
            case ARRAY -> ARRAY;
            case HSTORE -> HSTORE;
            case RANGE -> RANGE;
            case SEARCH -> WORDS;
            case TEXT -> TEXT;
            case INTEGER, DECIMAL, FLOAT, DATE, DATETIME -> Set.of("contained_by");
            default -> NONE;
        };
    }

    /** The names of transforms, for messages. */
    static Collection<String> transforms(Base base) {
        return switch (base) {
            case ARRAY -> List.of("len");
            case HSTORE -> List.of("keys", "values");
            case RANGE -> RANGE_PARTS.keySet();
            case TEXT -> List.of("unaccent");
            default -> List.of();
        };
    }

    /** The comparison, or null where it is none of PostgreSQL's own. */
    static R.@Nullable C build(Resolver resolver, R left, String lookup, Node right, @Nullable Set<Join> reuse) {
        Base base = left.type().base();
        if (!of(base).contains(lookup)) {
            return null;
        }
        if (!(right instanceof Node.Param param)) {
            R value = lookup.equals("overlap") && right instanceof Node.Sub sub
                    ? array(resolver.sub(sub), left.type().computed())
                    : resolver.resolve(right, reuse);
            return new R.C.Compare(left, lookup, value);
        }
        if (param.value() == null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Cannot use None as a query value",
                    "Nothing can be compared with null by '" + lookup + "'. Ask for missing values with isnull.");
        }
        ValueType type = typeOf(left.type(), lookup, param.value());
        return type == null ? null : new R.C.Compare(left, lookup, new R.Val(param.slot(), type, null));
    }

    /** The rows of a query as an array of a type. */
    private static R array(R rows, ValueType type) {
        R array = new R.Fn("ArraySubquery", List.of(rows), List.of(), type);
        return new R.Fn("Cast", List.of(array), List.of(), type);
    }

    /** The type of the value at the right. */
    private static @Nullable ValueType typeOf(ValueType left, String lookup, Object value) {
        return switch (left.base()) {
            case ARRAY -> left;
            case HSTORE ->
                switch (lookup) {
                    case "has_key" -> ValueType.LONG_TEXT;
                    case "has_keys", "has_any_keys" -> ValueType.TEXTS;
                    default -> ValueType.HSTORE;
                };
            case RANGE ->
                lookup.equals("contains") && !(value instanceof Range<?>) && left.item() != null ? left.item() : left;
            case TEXT, SEARCH -> ValueType.LONG_TEXT;
            default -> value instanceof Range<?> range ? PostgresTypes.ofRange(range) : null;
        };
    }

    /** A transform of PostgreSQL's own, or null. */
    static @Nullable R transform(R value, String name) {
        return switch (value.type().base()) {
            case ARRAY -> array(value, name);
            case HSTORE -> hstore(value, name);
            case RANGE -> range(value, name);
            case TEXT ->
                name.equals("unaccent")
                        ? new R.Fn(
                                "Unaccent",
                                List.of(value),
                                List.of(),
                                value.type().computed())
                        : null;
            default -> null;
        };
    }

    private static @Nullable R array(R value, String name) {
        if (name.equals("len")) {
            return new R.Fn("ArrayLength", List.of(value), List.of(), ValueType.INT);
        }
        if (name.matches("\\d{1,9}")) {
            ValueType item = value.type().item();
            return new R.Fn("ArrayItem", List.of(value), List.of(name), item == null ? ValueType.OBJECT : item);
        }
        return name.matches("\\d{1,9}_\\d{1,9}")
                ? new R.Fn(
                        "ArraySlice",
                        List.of(value),
                        List.of(name.split("_")),
                        value.type().computed())
                : null;
    }

    /** A part of an array, from a place counted from 0; a null end: to the end. */
    static R slice(R value, int start, @Nullable Integer end) {
        List<String> places = List.of(String.valueOf(start), end == null ? "" : end.toString());
        return new R.Fn("ArraySlice", List.of(value), places, value.type().computed());
    }

    private static @Nullable R hstore(R value, String name) {
        if (name.equals("keys") || name.equals("values")) {
            return new R.Fn(
                    name.equals("keys") ? "HStoreKeys" : "HStoreValues", List.of(value), List.of(), ValueType.TEXTS);
        }
        return HSTORE.contains(name) || Lookups.isLookup(name) ? null : key(value, name);
    }

    /** The text of a key of an hstore. */
    static R key(R value, String key) {
        return new R.Fn("HStoreKey", List.of(value), List.of(key), ValueType.LONG_TEXT);
    }

    private static @Nullable R range(R value, String name) {
        String function = RANGE_PARTS.get(name);
        if (function == null) {
            return null;
        }
        ValueType item = value.type().item();
        boolean bound = name.equals("startswith") || name.equals("endswith");
        ValueType type = !bound ? ValueType.BOOLEAN : item == null ? ValueType.OBJECT : item;
        return new R.Fn(function, List.of(value), List.of(), type);
    }
}
