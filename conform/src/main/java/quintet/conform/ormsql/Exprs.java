package quintet.conform.ormsql;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.orm.Cond;
import quintet.orm.Expr;
import quintet.orm.Expressions;
import quintet.orm.FetchMode;
import quintet.orm.FilteredRelation;
import quintet.orm.Functions;
import quintet.orm.Order;
import quintet.orm.OutputField;
import quintet.orm.Prefetch;
import quintet.orm.Shaping;
import quintet.orm.WindowFrame;

/** The recording's expressions and values as Quintet's. */
final class Exprs {
    private final StepRunner runner;

    Exprs(StepRunner runner) {
        this.runner = runner;
    }

    /** Anything a step can have as an argument. */
    @Nullable
    Object read(@Nullable Object json) {
        if (json instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(item -> values.add(read(item)));
            return values;
        }
        if (!(json instanceof Map<?, ?> map)) {
            return json;
        }
        if (map.containsKey("expr")) {
            return expression(map);
        }
        String tag = Tagged.tag(json);
        return switch (tag) {
            case null -> readMap(map);
            case "$obj" -> {
                List<?> parts = list(map, tag);
                yield runner.object(parts.get(0), read(parts.get(1)));
            }
            case "$new" -> {
                List<?> parts = list(map, tag);
                yield Models.unsaved(Models.named(parts.get(0)), readMap(parts.get(1)));
            }
            case "$literal" -> Tagged.decode(map.get(tag));
            case "$tz" -> ZoneId.of(String.valueOf(map.get(tag)));
            case "$fetch" ->
                switch (String.valueOf(map.get(tag))) {
                    case "FETCH_ONE" -> FetchMode.ONE;
                    case "FETCH_RAISE" -> FetchMode.RAISE;
                    default -> FetchMode.PEERS;
                };
            case "$exclusion" -> WindowFrame.Exclusion.valueOf(String.valueOf(map.get(tag)));
            case "$tuple" -> read(map.get(tag));
            default -> Tagged.decode(json);
        };
    }

    /** The values of a mapping, read. */
    Map<String, @Nullable Object> readMap(@Nullable Object json) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> result.put(String.valueOf(key), read(value)));
        }
        return result;
    }

    private Object expression(Map<?, ?> json) {
        String name = String.valueOf(json.get("expr"));
        List<?> args = json.get("args") instanceof List<?> list ? list : List.of();
        Map<?, ?> kwargs = json.get("kwargs") instanceof Map<?, ?> map ? map : Map.of();
        return switch (name) {
            case "Q" -> conditions(args, kwargs);
            case "AND", "OR", "XOR" -> joined(name, args);
            case "NOT" -> condition(read(args.getFirst())).not();
            case "F" -> Functions.f(String.valueOf(args.getFirst()));
            case "OuterRef" -> Functions.outer(Functions.f(String.valueOf(args.getFirst())));
            case "Value" -> value(args, kwargs);
            case "op" -> arithmetic(args);
            case "slice" -> slice(args);
            case "asc", "desc" -> order(name, args, kwargs);
            case "field" -> field(args, kwargs);
            case "qs" -> runner.query(args.get(0), (List<?>) args.get(1));
            case "Subquery" -> subquery(args, kwargs);
            case "Exists" -> Functions.exists((Shaping<?, ?>) query(args.getFirst()));
            case "Case" -> choice(args, kwargs);
            case "When" -> new Branch(conditions(args, withoutThen(kwargs)), operand(kwargs.get("then")));
            case "RowRange", "ValueRange" -> frame(name, readMap(kwargs));
            case "FilteredRelation" ->
                FilteredRelation.of(String.valueOf(args.getFirst()), condition(read(kwargs.get("condition"))));
            case "Prefetch" -> prefetch(args, kwargs);
            case "ExpressionWrapper" -> Functions.typed(operand(args.getFirst()), outputField(kwargs));
            case "bitand" -> operand(args.get(0)).bitAnd(operandOrValue(args.get(1)));
            case "bitor" -> operand(args.get(0)).bitOr(operandOrValue(args.get(1)));
            case "bitxor" -> operand(args.get(0)).bitXor(operandOrValue(args.get(1)));
            case "bitleftshift" -> operand(args.get(0)).shiftLeft(operandOrValue(args.get(1)));
            case "bitrightshift" -> operand(args.get(0)).shiftRight(operandOrValue(args.get(1)));
            default -> LOOKUPS.containsKey(name) ? lookup(name, args) : function(name, args, kwargs);
        };
    }

    /** A branch of a CASE. */
    record Branch(Cond<Object> condition, Expr<Object, Object> then) {}

    private static final Map<String, String> LOOKUPS = Map.ofEntries(
            Map.entry("Exact", "exact"),
            Map.entry("IExact", "iexact"),
            Map.entry("GreaterThan", "gt"),
            Map.entry("GreaterThanOrEqual", "gte"),
            Map.entry("LessThan", "lt"),
            Map.entry("LessThanOrEqual", "lte"),
            Map.entry("In", "in"),
            Map.entry("Contains", "contains"),
            Map.entry("IContains", "icontains"),
            Map.entry("StartsWith", "startswith"),
            Map.entry("IStartsWith", "istartswith"),
            Map.entry("EndsWith", "endswith"),
            Map.entry("IEndsWith", "iendswith"),
            Map.entry("Range", "range"),
            Map.entry("IsNull", "isnull"),
            Map.entry("Regex", "regex"),
            Map.entry("IRegex", "iregex"));

    private Cond<Object> lookup(String name, List<?> args) {
        String lookup = java.util.Objects.requireNonNull(LOOKUPS.get(name));
        return operand(args.get(0)).lookup(lookup, read(args.get(1)));
    }

    private static Map<?, ?> withoutThen(Map<?, ?> kwargs) {
        Map<Object, Object> rest = new LinkedHashMap<>(kwargs);
        rest.remove("then");
        return rest;
    }

    private Cond<Object> conditions(List<?> args, Map<?, ?> kwargs) {
        List<@Nullable Object> read = new ArrayList<>();
        args.forEach(arg -> read.add(read(arg)));
        return all(read, readMap(kwargs));
    }

    /** All of these conditions; Django sorts keyword arguments by name. */
    static Cond<Object> all(List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
        Cond<Object> all = Cond.any();
        for (Object arg : args) {
            all = all.and(condition(arg));
        }
        for (Map.Entry<String, @Nullable Object> entry : new java.util.TreeMap<>(kwargs).entrySet()) {
            all = all.and(Cond.lookup(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // all models are Object here
    static Cond<Object> condition(@Nullable Object value) {
        return switch (value) {
            case Cond<?> cond -> (Cond<Object>) cond;
            case Expr<?, ?> expression -> ((Expr<Object, Object>) expression).isTrue();
            case null, default -> throw new IllegalArgumentException("No condition: " + value);
        };
    }

    private Cond<Object> joined(String connector, List<?> args) {
        Cond<Object> result = condition(read(args.getFirst()));
        for (Object arg : args.subList(1, args.size())) {
            Cond<Object> next = condition(read(arg));
            result = switch (connector) {
                case "AND" -> result.and(next);
                case "OR" -> result.or(next);
                default -> result.xor(next);
            };
        }
        return result;
    }

    /** An argument that is an expression: a text is a path. */
    Expr<Object, Object> operand(@Nullable Object json) {
        return operandOf(read(json));
    }

    /** A value that was read, as an expression: a text is a path. */
    @SuppressWarnings("unchecked") // all models are Object here
    static Expr<Object, Object> operandOf(@Nullable Object value) {
        return switch (value) {
            case Expr<?, ?> expression -> (Expr<Object, Object>) expression;
            case String path -> Functions.f(path);
            case Cond<?> condition -> (Expr<Object, Object>) (Expr<?, ?>) Functions.truth(condition);
            case Shaping<?, ?> query -> Functions.subqueryOf(query);
            case null -> Functions.nullValue();
            default -> Functions.value(value);
        };
    }

    /** An operand of arithmetic: a text is a text. */
    private Expr<Object, Object> operandOrValue(@Nullable Object json) {
        Object value = read(json);
        return value instanceof String text ? Functions.value(text) : operand(json);
    }

    private OutputField outputField(Map<?, ?> kwargs) {
        return (OutputField) Objects.requireNonNull(read(kwargs.get("output_field")), "output_field");
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) Objects.requireNonNull(map.get(key), key);
    }

    private Object value(List<?> args, Map<?, ?> kwargs) {
        Object value = read(args.getFirst());
        Expr<Object, Object> expression = value == null ? Functions.nullValue() : Functions.value(value);
        return kwargs.containsKey("output_field") ? Functions.typed(expression, outputField(kwargs)) : expression;
    }

    private Object arithmetic(List<?> args) {
        return operandOrValue(args.get(1))
                .combine(String.valueOf(args.get(0)).substring(0, 1), operandOrValue(args.get(2)));
    }

    private Object slice(List<?> args) {
        Expr<Object, Object> text = operand(args.get(0));
        Object range = args.get(1);
        if (range instanceof List<?> parts) {
            if (parts.size() > 2 && parts.get(2) != null) {
                throw new quintet.orm.QueryError(quintet.orm.QueryError.Kind.VALUE, "Step argument is not supported.");
            }
            return text.slice(
                    number(parts.get(0), 0), parts.size() < 2 || parts.get(1) == null ? null : number(parts.get(1), 0));
        }
        int at = number(range, 0);
        return text.slice(at, at < 0 ? null : at + 1);
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value instanceof Number number ? number.intValue() : otherwise;
    }

    private Object order(String name, List<?> args, Map<?, ?> kwargs) {
        Expr<Object, Object> expression = operand(args.getFirst());
        Order<Object> order = name.equals("asc") ? expression.asc() : expression.desc();
        if (Boolean.TRUE.equals(kwargs.get("nulls_first"))) {
            return order.nullsFirst();
        }
        return Boolean.TRUE.equals(kwargs.get("nulls_last")) ? order.nullsLast() : order;
    }

    private static OutputField field(List<?> args, Map<?, ?> kwargs) {
        String name = String.valueOf(args.getFirst());
        if (kwargs.get("max_length") instanceof Number length) {
            return OutputField.chars(length.intValue());
        }
        return kwargs.get("max_digits") instanceof Number digits
                ? OutputField.decimal(digits.intValue(), number(kwargs.get("decimal_places"), 0))
                : OutputField.of(name);
    }

    private Object query(@Nullable Object json) {
        return java.util.Objects.requireNonNull(read(json));
    }

    private Object subquery(List<?> args, Map<?, ?> kwargs) {
        Expr<Object, Object> expression = Functions.subqueryOf((Shaping<?, ?>) query(args.getFirst()));
        return kwargs.containsKey("output_field") ? Functions.typed(expression, outputField(kwargs)) : expression;
    }

    private Object choice(List<?> args, Map<?, ?> kwargs) {
        Functions.Choose<Object, Object> choose = Functions.choose();
        for (Object arg : args) {
            if (read(arg) instanceof Branch branch) {
                choose = choose.when(branch.condition(), branch.then());
            }
        }
        Expr<Object, Object> result =
                kwargs.get("default") == null ? choose.end() : choose.otherwise(operand(kwargs.get("default")));
        return kwargs.containsKey("output_field") ? Functions.typed(result, outputField(kwargs)) : result;
    }

    private static Object frame(String name, Map<String, @Nullable Object> kwargs) {
        Integer start = kwargs.get("start") instanceof Number number ? (Integer) number.intValue() : null;
        Integer end = kwargs.get("end") instanceof Number number ? (Integer) number.intValue() : null;
        WindowFrame frame = name.equals("RowRange") ? WindowFrame.rows(start, end) : WindowFrame.range(start, end);
        return kwargs.get("exclusion") instanceof WindowFrame.Exclusion exclusion ? frame.exclude(exclusion) : frame;
    }

    private Object prefetch(List<?> args, Map<?, ?> kwargs) {
        Object query = read(kwargs.get("queryset"));
        String path = String.valueOf(args.getFirst());
        Prefetch<Object> prefetch = query instanceof Shaping<?, ?> rows ? Prefetch.of(path, rows) : Prefetch.of(path);
        return kwargs.get("to_attr") == null ? prefetch : prefetch.into(String.valueOf(kwargs.get("to_attr")));
    }

    private Object function(String name, List<?> args, Map<?, ?> kwargs) {
        List<@Nullable Object> arguments = new ArrayList<>();
        args.forEach(arg -> arguments.add(read(arg)));
        return Expressions.of(name, arguments, readMap(kwargs));
    }
}
