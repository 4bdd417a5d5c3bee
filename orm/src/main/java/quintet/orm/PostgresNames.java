package quintet.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldKind;
import quintet.orm.internal.query.Node;

/** The functions and aggregates of {@code django.contrib.postgres} by their Django names. */
final class PostgresNames {
    /** Aggregates of one value. */
    static final Set<String> AGGREGATES = Set.of("ArrayAgg", "JSONBAgg", "BoolAnd", "BoolOr");

    private static final Map<String, String> STATISTICS = Map.ofEntries(
            Map.entry("Corr", "CORR"),
            Map.entry("CovarPop", "COVAR_POP"),
            Map.entry("RegrAvgX", "REGR_AVGX"),
            Map.entry("RegrAvgY", "REGR_AVGY"),
            Map.entry("RegrCount", "REGR_COUNT"),
            Map.entry("RegrIntercept", "REGR_INTERCEPT"),
            Map.entry("RegrR2", "REGR_R2"),
            Map.entry("RegrSlope", "REGR_SLOPE"),
            Map.entry("RegrSXX", "REGR_SXX"),
            Map.entry("RegrSXY", "REGR_SXY"),
            Map.entry("RegrSYY", "REGR_SYY"));

    private static final Map<String, String> TRIGRAMS = Map.of(
            "TrigramSimilarity", "similarity(%s, %s)",
            "TrigramDistance", "(%s <-> %s)",
            "TrigramWordSimilarity", "word_similarity(%s, %s)",
            "TrigramWordDistance", "(%s <<-> %s)",
            "TrigramStrictWordSimilarity", "strict_word_similarity(%s, %s)",
            "TrigramStrictWordDistance", "(%s <<<-> %s)");

    private PostgresNames() {}

    /** The expression of such a name; null if it is none of these. */
    static @Nullable Node of(String name, List<?> arguments, Map<String, ?> options) {
        String statistic = STATISTICS.get(name);
        if (statistic != null) {
            return statistic(name, statistic, arguments, options);
        }
        String trigram = TRIGRAMS.get(name);
        if (trigram != null) {
            return trigram(name, trigram, arguments);
        }
        return switch (name) {
            case "SearchVector" -> vector(arguments, options);
            case "SearchQuery" -> query(arguments, options);
            case "SearchRank" -> rank(arguments, options);
            case "SearchHeadline" -> headline(arguments, options);
            case "ArraySubquery" -> new Node.Call(name, List.of(Args.node(arguments.getFirst())), List.of());
            default -> null;
        };
    }

    private static Node path(@Nullable Object argument) {
        return argument instanceof String path ? new Node.Path(path) : Args.node(argument);
    }

    private static Node.Typed typed(String sql, List<Node> parameters, OutputField type) {
        return new Node.Typed(new Node.Raw(sql, List.copyOf(parameters)), type);
    }

    private static Node statistic(String name, String function, List<?> arguments, Map<String, ?> options) {
        if (arguments.size() != 2) {
            throw new QueryError(QueryError.Kind.TYPE, name + " takes two values: y and x.");
        }
        boolean sample = name.equals("CovarPop") && Boolean.TRUE.equals(options.get("sample"));
        Node.Cond filter = options.get("filter") instanceof Cond<?> cond ? cond.node() : null;
        Node otherwise = options.get("default") == null ? null : Args.node(options.get("default"));
        return new Node.Aggregate(
                sample ? "COVAR_SAMP" : function,
                path(arguments.get(0)),
                false,
                filter,
                otherwise,
                List.of(),
                List.of(path(arguments.get(1))));
    }

    /** Of similarities and distances of words the words come first, which are a value; of others the text. */
    private static Node trigram(String name, String sql, List<?> arguments) {
        if (arguments.size() != 2) {
            throw new QueryError(QueryError.Kind.TYPE, name + " takes an expression and a text.");
        }
        boolean wordsFirst = name.contains("Word");
        Node first = wordsFirst ? Args.node(arguments.get(0)) : path(arguments.get(0));
        Node second = wordsFirst ? path(arguments.get(1)) : Args.node(arguments.get(1));
        return typed(sql, List.of(first, second), OutputField.of(Double.class));
    }

    private static Node vector(List<?> arguments, Map<String, ?> options) {
        List<Node> parameters = new ArrayList<>();
        String config = config(options, parameters);
        arguments.forEach(argument -> parameters.add(path(argument)));
        String words = String.join(" || ' ' || ", Collections.nCopies(arguments.size(), "COALESCE((%s)::text, '')"));
        String sql = "to_tsvector(" + config + words + ")";
        if (options.get("weight") != null) {
            String weight = String.valueOf(options.get("weight"));
            if (!weight.matches("[A-D]")) {
                throw new QueryError("The weight of words is a letter from A to D, not '" + weight + "'.");
            }
            sql = "setweight(" + sql + ", '" + weight + "')";
        }
        return typed(sql, parameters, OutputField.of(FieldKind.SEARCH_VECTOR));
    }

    /** The language as a parameter, or nothing; a text is the name of one, an expression may be a column. */
    private static String config(Map<String, ?> options, List<Node> parameters) {
        if (options.get("config") == null) {
            return "";
        }
        parameters.add(Args.node(options.get("config")));
        return "(%s)::regconfig, ";
    }

    private static Node query(List<?> arguments, Map<String, ?> options) {
        Object type = options.get("search_type");
        Postgres.SearchType how;
        try {
            how = type == null
                    ? Postgres.SearchType.PLAIN
                    : Postgres.SearchType.valueOf(String.valueOf(type).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Unknown search_type argument '" + type + "'.",
                    "There are plain, phrase, raw and websearch.");
        }
        List<Node> parameters = new ArrayList<>();
        String config = config(options, parameters);
        Object value = arguments.getFirst();
        boolean lexeme = value instanceof Lexeme;
        parameters.add(Args.node(value instanceof Lexeme one ? one.text() : value));
        String sql = (lexeme ? Postgres.SearchType.RAW : how).function() + "(" + config + "%s)";
        return new Node.Raw(Boolean.TRUE.equals(options.get("invert")) ? "!!(" + sql + ")" : sql, parameters);
    }

    private static Node query(@Nullable Object given) {
        return given instanceof String || given instanceof Lexeme ? query(List.of(given), Map.of()) : Args.node(given);
    }

    private static Node rank(List<?> arguments, Map<String, ?> options) {
        List<Node> parameters = new ArrayList<>();
        String weights = "";
        if (options.get("weights") instanceof List<?> list) {
            Ranking given = Ranking.USUAL.weights(
                    list.stream().map(one -> ((Number) one).doubleValue()).toArray(Double[]::new));
            parameters.add(new Node.Param(given.weightsText()));
            weights = "%s::real[], ";
        }
        Object vector = arguments.getFirst();
        parameters.add(vector instanceof String path ? vector(List.of(path), Map.of()) : Args.node(vector));
        parameters.add(query(arguments.get(1)));
        String normalization = "";
        if (options.get("normalization") != null) {
            parameters.add(Args.node(options.get("normalization")));
            normalization = ", (%s)::integer";
        }
        String function = Boolean.TRUE.equals(options.get("cover_density")) ? "ts_rank_cd(" : "ts_rank(";
        return typed(function + weights + "%s, %s" + normalization + ")", parameters, OutputField.of(Double.class));
    }

    private static Node headline(List<?> arguments, Map<String, ?> options) {
        Headline how = Headline.USUAL;
        for (Map.Entry<String, ?> option : options.entrySet()) {
            String value = String.valueOf(option.getValue());
            how = switch (option.getKey()) {
                case "max_words" -> how.maxWords(Integer.parseInt(value));
                case "min_words" -> how.minWords(Integer.parseInt(value));
                case "short_word" -> how.shortWord(Integer.parseInt(value));
                case "max_fragments" -> how.maxFragments(Integer.parseInt(value));
                case "fragment_delimiter" -> how.fragmentDelimiter(value);
                case "highlight_all" -> Boolean.parseBoolean(value) ? how.highlightAll() : how;
                default -> how;
            };
        }
        if (options.get("start_sel") != null || options.get("stop_sel") != null) {
            how = how.marks(mark(options, "start_sel", "<b>"), mark(options, "stop_sel", "</b>"));
        }
        List<Node> parameters = new ArrayList<>();
        String config = config(options, parameters);
        parameters.add(path(arguments.getFirst()));
        parameters.add(query(arguments.get(1)));
        String settings = how.text();
        if (!settings.isEmpty()) {
            parameters.add(new Node.Param(settings));
        }
        return typed(
                "ts_headline(" + config + "%s, %s" + (settings.isEmpty() ? ")" : ", %s)"),
                parameters,
                OutputField.of(String.class));
    }

    private static String mark(Map<String, ?> options, String name, String usual) {
        Object given = options.get(name);
        return given == null ? usual : given.toString();
    }
}
