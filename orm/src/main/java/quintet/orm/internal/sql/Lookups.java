package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.query.Node;

/** Comparisons by their Django names. */
final class Lookups {
    private static final Set<String> COMMON = Set.of(
            "exact",
            "iexact",
            "gt",
            "gte",
            "lt",
            "lte",
            "in",
            "range",
            "isnull",
            "contains",
            "icontains",
            "startswith",
            "istartswith",
            "endswith",
            "iendswith",
            "regex",
            "iregex");
    private static final Set<String> JSON = Set.of("has_key", "has_keys", "has_any_keys", "contained_by");

    private Lookups() {}

    static boolean isLookup(String name) {
        return COMMON.contains(name) || JSON.contains(name);
    }

    /** Whether a type has a lookup. */
    static boolean isLookup(ValueType type, String name) {
        return isLookup(name) || PostgresLookups.of(type.base()).contains(name);
    }

    /** The lookups and transforms of a type, for messages. */
    static List<String> names(ValueType type) {
        Set<String> all = new java.util.HashSet<>(COMMON);
        if (type.base().isComposed()) {
            all.addAll(PostgresLookups.of(type.base()));
            all.addAll(PostgresLookups.transforms(type.base()));
        }
        List<String> names = new ArrayList<>(all);
        switch (type.base()) {
            case DATE -> names.addAll(Transforms.DATE_PARTS);
            case TIME -> names.addAll(Transforms.TIME_PARTS);
            case DATETIME -> {
                names.addAll(Transforms.DATE_PARTS);
                names.addAll(Transforms.TIME_PARTS);
                names.add("date");
                names.add("time");
            }
            case JSON -> names.addAll(JSON);
            default -> {}
        }
        names.sort(null);
        return names;
    }

    /** Compares an expression with a node. */
    static R.C build(Resolver resolver, R left, String lookup, Node right, @Nullable Set<Join> reuse) {
        R.C custom = resolver.custom().lookup(left, lookup, right, reuse);
        if (custom != null) {
            return custom;
        }
        if (R.isKey(left)) {
            return KeyLookups.build(resolver, left, lookup, right, reuse);
        }
        if (lookup.equals("isnull")) {
            return new R.C.IsNull(left, truth(right));
        }
        R.C own = PostgresLookups.build(resolver, left, lookup, right, reuse);
        if (own != null) {
            return own;
        }
        if (right instanceof Node.Param param) {
            return withValue(left, lookup, param);
        }
        if (lookup.equals("in") && right instanceof Node.Sub sub) {
            Select select = new SelectBuilder(sub.query(), resolver)
                    .valueSelect(left.type().field());
            checkColumns(select, 1);
            if (select.empty) {
                return new R.C.Always(false);
            }
            return new R.C.In(left, new R.Query(select, left.type()));
        }
        if (right instanceof Node.Row row && (lookup.equals("in") || lookup.equals("range"))) {
            return withExpressions(resolver, left, lookup, row, reuse);
        }
        if (right instanceof Node.Sub sub && lookup.equals("exact") && sub.several()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "The QuerySet value for an exact lookup must be limited to one result using slicing.",
                    "Add limit(1), or ask with in for any of its rows.");
        }
        R value = right instanceof Node.Sub sub && lookup.equals("exact")
                ? new R.Query(
                        new SelectBuilder(sub.query(), resolver)
                                .valueSelect(left.type().field()),
                        left.type())
                : resolver.lenient(right, reuse);
        checkLookup(left, lookup);
        return new R.C.Compare(left, lookup, value);
    }

    /** A list or range of which some are expressions. */
    private static R.C withExpressions(
            Resolver resolver, R left, String lookup, Node.Row row, @Nullable Set<Join> reuse) {
        List<R> values = new ArrayList<>();
        for (Node node : row.nodes()) {
            values.add(
                    node instanceof Node.Param param
                            ? resolver.param(param, left.type())
                            : resolver.resolve(node, reuse));
        }
        if (lookup.equals("in")) {
            return new R.C.In(left, new R.Fn(R.ROW, values, List.of(), ValueType.OBJECT));
        }
        if (values.size() != 2) {
            throw new QueryError(QueryError.Kind.VALUE, "The lookup 'range' takes two values: the first and the last.");
        }
        return new R.C.Range(left, values.get(0), values.get(1));
    }

    private static void checkColumns(Select select, int wanted) {
        Select first = select.combined.isEmpty() ? select : select.combined.getFirst();
        if (first.items.size() > wanted && !select.empty) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "The QuerySet value for the 'in' lookup must have " + wanted + " selected fields (received "
                            + first.items.size() + ")",
                    "Choose one value: values(...) of one column.");
        }
    }

    static boolean truth(Node right) {
        if (right instanceof Node.Param param && param.value() instanceof Boolean flag) {
            return flag;
        }
        throw new QueryError(QueryError.Kind.VALUE, "The QuerySet value for an isnull lookup must be True or False.");
    }

    private static void checkLookup(R left, String lookup) {
        if (!COMMON.contains(lookup) && !(left.type().base() == ValueType.Base.JSON && JSON.contains(lookup))) {
            throw PathErrors.unsupported(left, lookup);
        }
    }

    private static R.C withValue(R left, String lookup, Node.Param param) {
        checkLookup(left, lookup);
        Object value = param.value();
        boolean json = left.type().base() == ValueType.Base.JSON;
        if (value == null && !(json && (lookup.equals("exact") || lookup.equals("iexact")))) {
            if (lookup.equals("exact") || lookup.equals("iexact")) {
                return new R.C.IsNull(left, true);
            }
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Cannot use None as a query value",
                    "Nothing can be compared with null by '" + lookup + "'. Ask for missing values with isnull.");
        }
        if (param.slot() < 0 && value != null) {
            return fixed(left, lookup, value);
        }
        R.C outside = WholeNumbers.outside(left, lookup, value);
        if (outside != null) {
            return outside;
        }
        if (left instanceof R.Fn fn && fn.name().equals("Extract")) {
            R.C range = YearLookups.build(fn, lookup, param);
            if (range != null) {
                return range;
            }
        }
        return switch (lookup) {
            case "in" -> in(left, param);
            case "range" -> range(left, param);
            case "exact", "gt", "gte", "lt", "lte" ->
                new R.C.Compare(
                        left, lookup, new R.Val(param.slot(), typeFor(left, value), step(left, lookup), value == null));
            default ->
                json && (JSON.contains(lookup) || lookup.equals("contains") || value == null)
                        ? new R.C.Compare(
                                left,
                                value == null ? "exact" : lookup,
                                new R.Val(param.slot(), ValueType.JSON, null, value == null))
                        : pattern(left, lookup, param);
        };
    }

    /** A comparison with a value that is part of a lookup or transform of the site, so the same in every query. */
    private static R.C fixed(R left, String lookup, Object value) {
        if (value instanceof Collection<?> many && (lookup.equals("in") || lookup.equals("range"))) {
            List<R> values = new ArrayList<>();
            many.forEach(item -> values.add(constant(typeFor(left, item), item)));
            if (values.isEmpty()) {
                return new R.C.Always(false);
            }
            return lookup.equals("in")
                    ? new R.C.In(left, new R.Fn(R.ROW, values, List.of(), ValueType.OBJECT))
                    : new R.C.Range(left, values.getFirst(), values.getLast());
        }
        boolean typed = Set.of("exact", "gt", "gte", "lt", "lte").contains(lookup);
        return new R.C.Compare(left, lookup, constant(typed ? typeFor(left, value) : ValueType.TEXT, value));
    }

    private static R.Const constant(ValueType type, @Nullable Object value) {
        return new R.Const(type.prepare(value), type);
    }

    private static ValueType typeFor(R left, @Nullable Object value) {
        return left.type().base() == ValueType.Base.OBJECT ? ValueType.ofValue(value) : left.type();
    }

    /** What is done to an object compared with a reference: its key is taken, or the field the reference holds. */
    private static Slot.@Nullable Step step(R left, String lookup) {
        FieldMeta field = left.type().field();
        boolean upwards = lookup.equals("gte") || lookup.equals("lt");
        if (upwards && left.type().base() == ValueType.Base.INTEGER && (field == null || !field.isReference())) {
            ValueType whole = left.type();
            return value -> whole.prepare(value instanceof Double fraction ? Math.ceil(fraction) : value);
        }
        if (field == null || !field.isReference()) {
            return null;
        }
        ValueType type = left.type();
        return value -> {
            if (value instanceof KeyedModel<?> object) {
                checkObject(field, object);
                return type.prepare(field.targetField().get(object));
            }
            return type.prepare(value);
        };
    }

    /** An object must be of the model a reference points to, and saved. */
    static void checkObject(FieldMeta field, KeyedModel<?> object) {
        checkModel(field, field.target(), object);
        if (object.key() == null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Model instances passed to related filters must be saved.",
                    "The " + object.meta().objectName() + " has no key yet.");
        }
    }

    /** An object must be of the model whose rows are compared. */
    static void checkModel(FieldMeta field, ModelMeta<?> model, KeyedModel<?> object) {
        if (!object.meta().isOrExtends(model) && !model.isOrExtends(object.meta())) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Cannot query \"" + object.meta().objectName() + " object (" + object.key() + ")\": Must be \""
                            + model.objectName() + "\" instance.",
                    field + (field.isReference() ? " points to " : " is the key of ") + model.objectName() + ".");
        }
    }

    /** What Python calls the type of a value. */
    private static String python(@Nullable Object value) {
        return switch (value) {
            case null -> "NoneType";
            case Integer n -> "int";
            case Long n -> "int";
            case Double n -> "float";
            case Boolean n -> "bool";
            default -> value.getClass().getSimpleName();
        };
    }

    private static R.C in(R left, Node.Param param) {
        if (!(param.value() instanceof Collection<?> values)) {
            throw new QueryError(
                    QueryError.Kind.TYPE,
                    "'" + python(param.value()) + "' object is not iterable",
                    "The lookup 'in' takes a collection or a query.");
        }
        if (values.isEmpty()) {
            return new R.C.Always(false);
        }
        return new R.C.In(
                left,
                new R.Items(
                        param.slot(),
                        values.size(),
                        typeFor(left, values.iterator().next())));
    }

    private static R.C range(R left, Node.Param param) {
        if (param.value() instanceof Collection<?> none && none.isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "not enough values to unpack (expected 2, got 0)",
                    "The lookup 'range' takes two values: the first and the last.");
        }
        if (!(param.value() instanceof Collection<?> values) || values.size() < 2) {
            boolean few = param.value() instanceof Collection<?>;
            throw new QueryError(
                    few ? QueryError.Kind.INDEX : QueryError.Kind.TYPE,
                    few ? "tuple index out of range" : "'" + python(param.value()) + "' object is not iterable",
                    "The lookup 'range' takes two values: the first and the last.");
        }
        ValueType type = typeFor(left, values.iterator().next());
        int slot = param.slot();
        return new R.C.Range(
                left,
                new R.Val(slot, type, value -> part(type, value, 0)),
                new R.Val(slot, type, value -> part(type, value, 1)));
    }

    private static @Nullable Object part(ValueType type, @Nullable Object value, int index) {
        return type.prepare(Slot.at(value, index));
    }

    private static R.C pattern(R left, String lookup, Node.Param param) {
        Slot.Step step = switch (lookup) {
            case "contains", "icontains" -> value -> "%" + escape(text(value)) + "%";
            case "startswith", "istartswith" -> value -> escape(text(value)) + "%";
            case "endswith", "iendswith" -> value -> "%" + escape(text(value));
            case "iexact" -> value -> escape(text(value));
            default -> Lookups::text;
        };
        return new R.C.Compare(left, lookup, new R.Val(param.slot(), ValueType.TEXT, step));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(ValueType.TEXT.prepare(value));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
