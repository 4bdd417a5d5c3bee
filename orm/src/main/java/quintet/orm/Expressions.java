package quintet.orm;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Suggestions;
import quintet.orm.internal.query.Node;

/**
 * Django's functions, aggregates and windows by their Django names, for dynamic code and for ports: {@code
 * Expressions.of("Substr", List.of("title", 1, 3))}. As in Django, a text among the arguments is the path of a field;
 * write {@link Functions#value} for a text that is meant as such. Typed code uses {@link Functions} and
 * {@link Aggregates} where they have it; both make the same expressions.
 */
public final class Expressions {
    private static final Set<String> AGGREGATES = Set.of(
            "Count",
            "Sum",
            "Avg",
            "Min",
            "Max",
            "StdDev",
            "Variance",
            "AnyValue",
            "StringAgg",
            "BitAnd",
            "BitOr",
            "BitXor");
    private static final Set<String> WITHOUT_DISTINCT = Set.of("Max", "Min", "StdDev", "Variance");
    private static final Set<String> WITH_ORDER = Set.of("StringAgg", "ArrayAgg", "JSONBAgg");
    private static final Set<String> TEXT_ARGUMENTS = Set.of("Collate");

    private Expressions() {}

    /** An expression without options. */
    public static <R> Expr<R, Object> of(String name, List<?> arguments) {
        return of(name, arguments, Map.of());
    }

    /**
     * An expression.
     *
     * @param name Django's name, such as {@code Coalesce}, {@code TruncMonth}, {@code StringAgg}
     * @param arguments in Django's order: paths as text, expressions, conditions, queries; anything else is a value
     * @param options Django's keyword arguments, such as {@code distinct}, {@code filter}, {@code tzinfo}, {@code
     *     precision}, {@code output_field}, and {@code set_returning} for a function that returns a set
     */
    public static <R> Expr<R, Object> of(String name, List<?> arguments, Map<String, ?> options) {
        Node node = AGGREGATES.contains(name) || PostgresNames.AGGREGATES.contains(name)
                ? aggregate(name, arguments, options)
                : function(name, arguments, options);
        Node typed = options.get("output_field") instanceof OutputField type ? new Node.Typed(node, type) : node;
        return new Expr<>(Boolean.TRUE.equals(options.get("set_returning")) ? PostgresSets.set(typed) : typed);
    }

    /** A text is a path, as in Django. */
    private static Node node(@Nullable Object argument) {
        return argument instanceof String path ? new Node.Path(path) : Args.node(argument);
    }

    private static List<Node> nodes(List<?> arguments) {
        List<Node> nodes = new ArrayList<>();
        arguments.forEach(argument -> nodes.add(node(argument)));
        return nodes;
    }

    private static Node.Aggregate aggregate(String name, List<?> arguments, Map<String, ?> options) {
        boolean star = !arguments.isEmpty() && "*".equals(arguments.getFirst());
        if (star && options.get("filter") != null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Star cannot be used with filter. Please specify a field.",
                    "Count the key.");
        }
        if (options.get("order_by") != null && !WITH_ORDER.contains(name)) {
            throw new QueryError(QueryError.Kind.TYPE, name + " does not allow order_by.");
        }
        if (options.get("default") != null && name.equals("Count")) {
            throw new QueryError(
                    QueryError.Kind.TYPE, "Count does not allow default.", "The number of no rows is 0 already.");
        }
        boolean distinct = Boolean.TRUE.equals(options.get("distinct"));
        if (distinct && WITHOUT_DISTINCT.contains(name)) {
            throw new QueryError(QueryError.Kind.TYPE, name + " does not allow distinct.");
        }
        boolean sample = Boolean.TRUE.equals(options.get("sample"));
        List<Node> more = nodes(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        if (options.containsKey("delimiter")) {
            more.add(node(options.get("delimiter")));
        }
        Node.Cond filter = options.get("filter") instanceof Cond<?> cond ? cond.node() : null;
        Node otherwise = options.get("default") == null ? null : value(options.get("default"));
        return new Node.Aggregate(
                sample ? name + "Sample" : name,
                star || arguments.isEmpty() ? null : node(arguments.getFirst()),
                distinct,
                filter,
                otherwise,
                orderings(options.get("order_by")),
                more);
    }

    /** A default is a value unless it is an expression. */
    private static Node value(@Nullable Object value) {
        return Args.node(value);
    }

    static List<Node.Ordering> orderings(@Nullable Object orders) {
        List<Node.Ordering> result = new ArrayList<>();
        if (orders == null) {
            return result;
        }
        for (Object order : orders instanceof List<?> list ? list : List.of(orders)) {
            result.add(
                    switch (order) {
                        case String name -> Order.of(name).ordering();
                        case Order<?> one -> one.ordering();
                        default ->
                            throw new QueryError(
                                    QueryError.Kind.VALUE,
                                    "order_by must be either a field name, an expression, or a list of them.");
                    });
        }
        return result;
    }

    private static Node function(String name, List<?> arguments, Map<String, ?> options) {
        if (name.equals("Extract") || name.equals("Trunc")) {
            String part = String.valueOf(arguments.size() > 1 ? arguments.get(1) : options.get("kind"));
            return dated(name, part, arguments, options);
        }
        if (name.equals("TruncDate") || name.equals("TruncTime")) {
            return new Node.Call(name, List.of(node(arguments.getFirst())), zone(options));
        }
        if (name.startsWith("Extract") || name.startsWith("Trunc")) {
            String kind = name.startsWith("Extract") ? "Extract" : "Trunc";
            return dated(kind, part(name.substring(kind.length())), arguments, options);
        }
        return switch (name) {
            case "Window" -> window(arguments, options);
            case "Func" -> template(arguments, options);
            case "ExpressionWrapper" -> node(arguments.getFirst());
            case "Cast" -> cast(arguments, options);
            case "RawSQL" -> new Node.Raw(String.valueOf(arguments.getFirst()), values(arguments));
            case "JSONObject" ->
                new Node.Call(name, nodes(new ArrayList<>(options.values())), List.copyOf(options.keySet()));
            case "Round" -> numbered(name, arguments, options.containsKey("precision") ? options.get("precision") : 0);
            case "Lag", "Lead" -> lag(name, arguments, options);
            case "NthValue" -> numbered(name, arguments, options.getOrDefault("nth", null));
            case "Ntile" -> numbered(name, arguments, options.getOrDefault("num_buckets", null));
            case "LPad", "RPad" -> numbered(name, arguments, options.getOrDefault("fill_text", null));
            case "Replace" -> numbered(name, arguments, options.getOrDefault("replacement", null));
            default -> plain(name, arguments, options);
        };
    }

    private static Node plain(String name, List<?> arguments, Map<String, ?> options) {
        Node postgres = PostgresNames.of(name, arguments, options);
        if (postgres != null) {
            return postgres;
        }
        if (TEXT_ARGUMENTS.contains(name)) {
            return new Node.Call(name, List.of(node(arguments.getFirst())), List.of(String.valueOf(arguments.get(1))));
        }
        return FunctionArguments.checked(new Node.Call(name, nodes(arguments), List.of()));
    }

    private static Node numbered(String name, List<?> arguments, @Nullable Object option) {
        List<Node> nodes = nodes(arguments);
        if (option != null
                && arguments.size() < (name.equals("LPad") || name.equals("RPad") || name.equals("Replace") ? 3 : 2)) {
            nodes.add(value(option));
        }
        return FunctionArguments.checked(new Node.Call(name, nodes, List.of()));
    }

    private static Node lag(String name, List<?> arguments, Map<String, ?> options) {
        List<Node> nodes = nodes(arguments);
        if (nodes.size() < 2) {
            nodes.add(value(options.containsKey("offset") ? options.get("offset") : 1));
        }
        if (nodes.size() < 3 && options.get("default") != null) {
            nodes.add(value(options.get("default")));
        }
        return FunctionArguments.checked(new Node.Call(name, nodes, List.of()));
    }

    private static List<Node> values(List<?> arguments) {
        List<Node> nodes = new ArrayList<>();
        Object parameters = arguments.size() > 1 ? arguments.get(1) : List.of();
        if (parameters instanceof List<?> list) {
            list.forEach(value -> nodes.add(value(value)));
        }
        return nodes;
    }

    private static Node cast(List<?> arguments, Map<String, ?> options) {
        Object type = arguments.size() > 1 ? arguments.get(1) : options.get("output_field");
        if (!(type instanceof OutputField field)) {
            throw new QueryError(QueryError.Kind.TYPE, "Cast needs an output field.", "OutputField.of(...) makes one.");
        }
        return new Node.Typed(new Node.Call("Cast", List.of(node(arguments.getFirst())), List.of()), field);
    }

    private static List<String> zone(Map<String, ?> options) {
        return options.get("tzinfo") instanceof ZoneId zone ? List.of("tz:" + zone.getId()) : List.of();
    }

    private static Node dated(String kind, String part, List<?> arguments, Map<String, ?> options) {
        List<String> all = new ArrayList<>();
        all.add(part);
        all.addAll(zone(options));
        return new Node.Call(kind, List.of(node(arguments.getFirst())), all);
    }

    /** {@code IsoWeekDay} to {@code iso_week_day}. */
    private static String part(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Node template(List<?> arguments, Map<String, ?> options) {
        String function = String.valueOf(options.get("function"));
        String template = options.get("template") instanceof String text ? text : "%(function)s(%(expressions)s)";
        String joiner = options.get("arg_joiner") instanceof String text ? text : ", ";
        String places = String.join(joiner, java.util.Collections.nCopies(arguments.size(), "%s"));
        String sql = template.replace("%(function)s", function).replace("%(expressions)s", places);
        return new Node.Call("Func", nodes(arguments), List.of(sql));
    }

    private static Node window(List<?> arguments, Map<String, ?> options) {
        Object partition = options.get("partition_by");
        List<Node> parts =
                partition == null ? List.of() : nodes(partition instanceof List<?> list ? list : List.of(partition));
        Node.Frame frame = options.get("frame") instanceof WindowFrame given ? given.node() : null;
        return new Node.Window(node(arguments.getFirst()), parts, orderings(options.get("order_by")), frame);
    }

    /** The error for a name that is no function. */
    static QueryError unknown(String name, Set<String> known) {
        return new QueryError(
                QueryError.Kind.VALUE, "There is no function '" + name + "'.", Suggestions.didYouMean(name, known));
    }
}
