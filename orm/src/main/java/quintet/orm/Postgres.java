package quintet.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import quintet.orm.internal.query.Node;

/** Aggregates, statistics, full-text search and trigrams that only PostgreSQL has. Answers to {@code django.contrib.postgres}. */
public final class Postgres {
    private Postgres() {}

    // --- Aggregates

    /** The values as a list, NULLs too. Django's {@code ArrayAgg}. */
    public static <R, T> Aggregate<R, List<T>> arrayAgg(Expr<R, T> of) {
        return aggregate("ArrayAgg", of.node(), List.of());
    }

    /** The values as a JSON array. Django's {@code JSONBAgg}. */
    public static <R> Aggregate<R, Object> jsonbAgg(Expr<R, ?> of) {
        return aggregate("JSONBAgg", of.node(), List.of());
    }

    /** Whether all values are true. */
    public static <R> Aggregate<R, Boolean> boolAnd(Expr<R, Boolean> of) {
        return aggregate("BoolAnd", of.node(), List.of());
    }

    /** Whether one of the values is true. */
    public static <R> Aggregate<R, Boolean> boolOr(Expr<R, Boolean> of) {
        return aggregate("BoolOr", of.node(), List.of());
    }

    /** The bits that all values have. */
    public static <R, N extends Number> Aggregate<R, N> bitAnd(NumberExpr<R, N> of) {
        return aggregate("BitAnd", of.node(), List.of());
    }

    /** The bits that one of the values has. */
    public static <R, N extends Number> Aggregate<R, N> bitOr(NumberExpr<R, N> of) {
        return aggregate("BitOr", of.node(), List.of());
    }

    /** The bits that an odd number of the values has. */
    public static <R, N extends Number> Aggregate<R, N> bitXor(NumberExpr<R, N> of) {
        return aggregate("BitXor", of.node(), List.of());
    }

    /** A statistic of two columns. */
    public enum Statistic {
        CORR,
        COVAR_POP,
        COVAR_SAMP,
        REGR_AVGX,
        REGR_AVGY,
        REGR_INTERCEPT,
        REGR_R2,
        REGR_SLOPE,
        REGR_SXX,
        REGR_SXY,
        REGR_SYY
    }

    /** How many pairs of values there are without NULL. Django's {@code RegrCount}. */
    public static <R> Aggregate<R, Long> regrCount(
            NumberExpr<R, ? extends Number> y, NumberExpr<R, ? extends Number> x) {
        return aggregate("REGR_COUNT", y.node(), List.of(x.node()));
    }

    /** A statistic of pairs of values, such as their correlation. Django's {@code Corr}, {@code RegrSlope} ... */
    public static <R> Aggregate<R, Double> statistic(
            Statistic name, NumberExpr<R, ? extends Number> y, NumberExpr<R, ? extends Number> x) {
        return aggregate(name.name(), y.node(), List.of(x.node()));
    }

    private static <R, T> Aggregate<R, T> aggregate(String name, Node of, List<Node> more) {
        return new Aggregate<>(new Node.Aggregate(name, of, false, null, null, List.of(), more));
    }

    // --- Search

    /** The words of some columns, in the database's usual language. Django's {@code SearchVector}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Vector<R> searchVector(Expr<R, ?>... columns) {
        return new Vector<>(raw("to_tsvector(" + texts(columns.length) + ")", nodes(columns)));
    }

    /** The words of some columns in a language, such as {@code english}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Vector<R> searchVectorIn(String language, Expr<R, ?>... columns) {
        List<Node> parameters = new ArrayList<>(List.of(new Node.Param(language)));
        parameters.addAll(nodes(columns));
        return new Vector<>(raw("to_tsvector(%s::regconfig, " + texts(columns.length) + ")", parameters));
    }

    /** The words of some columns in the language that a column names. Django's {@code SearchVector(config=F(...))}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> Vector<R> searchVectorIn(Expr<R, String> language, Expr<R, ?>... columns) {
        List<Node> parameters = new ArrayList<>(List.of(language.node()));
        parameters.addAll(nodes(columns));
        return new Vector<>(raw("to_tsvector((%s)::regconfig, " + texts(columns.length) + ")", parameters));
    }

    private static String texts(int count) {
        return java.util.stream.Stream.generate(() -> "COALESCE((%s)::text, '')")
                .limit(count)
                .collect(Collectors.joining(" || ' ' || "));
    }

    private static List<Node> nodes(Expr<?, ?>[] columns) {
        return Arrays.stream(columns).<Node>map(Expr::node).toList();
    }

    private static Node raw(String sql, List<Node> parameters) {
        return new Node.Raw(sql, List.copyOf(parameters));
    }

    /** How a search text is read. */
    public enum SearchType {
        /** All of the words, in any order. */
        PLAIN("plainto_tsquery"),
        /** The words one after another. */
        PHRASE("phraseto_tsquery"),
        /** PostgreSQL's own language of searches. */
        RAW("to_tsquery"),
        /** As people write to search engines: quotes, {@code or}, a minus. */
        WEBSEARCH("websearch_to_tsquery");

        private final String function;

        SearchType(String function) {
            this.function = function;
        }

        String function() {
            return function;
        }
    }

    /** A search for all of the words. Django's {@code SearchQuery}. */
    public static Search search(String words) {
        return search(words, SearchType.PLAIN);
    }

    /** A search. */
    public static Search search(String text, SearchType type) {
        return new Search(raw(type.function + "(%s)", List.of(new Node.Param(text))));
    }

    /** A search in a language, such as {@code english}. */
    public static Search searchIn(String language, String text, SearchType type) {
        return new Search(
                raw(type.function + "(%s::regconfig, %s)", List.of(new Node.Param(language), new Node.Param(text))));
    }

    /** A search for what an expression gives, such as a column with searches. */
    public static Search search(Expr<?, String> text, SearchType type) {
        return new Search(raw(type.function + "(%s)", List.of(text.node())));
    }

    /** The same in the language that an expression names (Django's {@code SearchQuery(config=F(...))}). */
    public static Search searchIn(Expr<?, String> language, String text, SearchType type) {
        return new Search(raw(type.function + "((%s)::regconfig, %s)", List.of(language.node(), new Node.Param(text))));
    }

    /** A search for lexemes, which are words in the form that is kept. Django's {@code SearchQuery(Lexeme(...))}. */
    public static Search search(Lexeme lexeme) {
        return search(lexeme.text(), SearchType.RAW);
    }

    /** The same in a language, such as {@code simple}. */
    public static Search searchIn(String language, Lexeme lexeme) {
        return searchIn(language, lexeme.text(), SearchType.RAW);
    }

    /** What is searched for. */
    public static final class Search {
        private final Node node;

        private Search(Node node) {
            this.node = node;
        }

        /** Both. */
        public Search and(Search other) {
            return new Search(raw("(%s && %s)", List.of(node, other.node)));
        }

        /** One of them. */
        public Search or(Search other) {
            return new Search(raw("(%s || %s)", List.of(node, other.node)));
        }

        /** What does not have it. */
        public Search not() {
            return new Search(raw("!!(%s)", List.of(node)));
        }
    }

    /**
     * The words of a row, to be searched.
     *
     * @param <R> the model
     */
    public static class Vector<R> extends Expr<R, String> {
        Vector(Node node) {
            super(node);
        }

        /** The same words with a weight from A, the heaviest, to D. */
        public Vector<R> weight(char letter) {
            if (letter < 'A' || letter > 'D') {
                throw new QueryError("The weight of words is a letter from A to D, not '" + letter + "'.");
            }
            return new Vector<>(raw("setweight(%s, '" + letter + "')", List.of(node())));
        }

        /** These words and those. */
        public Vector<R> and(Vector<R> other) {
            return new Vector<>(raw("(%s || %s)", List.of(node(), other.node())));
        }

        /** The rows that have what is searched for. */
        public Cond<R> matches(Search search) {
            return new Cond<>(new Node.Truth(raw("(%s @@ %s)", List.of(node(), search.node))));
        }

        /** How well rows fit. Django's {@code SearchRank}. */
        public NumberExpr<R, Double> rank(Search search) {
            return new NumberExpr<>(
                    new Node.Typed(raw("ts_rank(%s, %s)", List.of(node(), search.node)), OutputField.of(Double.class)));
        }

        /** How well rows fit, with weights and a normalization. Django's {@code SearchRank(weights=, normalization=)}. */
        public NumberExpr<R, Double> rank(Search search, Ranking how) {
            List<Node> parameters = new ArrayList<>();
            if (!how.weights().isEmpty()) {
                parameters.add(new Node.Param(how.weightsText()));
            }
            parameters.addAll(List.of(node(), search.node));
            String sql = (how.cover() ? "ts_rank_cd(" : "ts_rank(")
                    + (how.weights().isEmpty() ? "" : "%s::real[], ")
                    + "%s, %s"
                    + (how.normalization() < 0 ? "" : ", " + how.normalization())
                    + ")";
            return new NumberExpr<>(new Node.Typed(raw(sql, parameters), OutputField.of(Double.class)));
        }

        /** How well rows fit, by how close the words are to each other. */
        public NumberExpr<R, Double> rankByCover(Search search) {
            return new NumberExpr<>(new Node.Typed(
                    raw("ts_rank_cd(%s, %s)", List.of(node(), search.node)), OutputField.of(Double.class)));
        }
    }

    /** The part of a text where the words are, marked with {@code <b>}. Django's {@code SearchHeadline}. */
    public static <R> TextExpr<R> headline(Expr<R, String> text, Search search) {
        return new TextExpr<>(new Node.Typed(
                raw("ts_headline(%s, %s)", List.of(text.node(), search.node)), OutputField.of(String.class)));
    }

    /** The same with options of its own, in a language if the options name one. */
    public static <R> TextExpr<R> headline(Expr<R, String> text, Search search, Headline options) {
        List<Node> parameters = new ArrayList<>();
        if (!options.language().isEmpty()) {
            parameters.add(new Node.Param(options.language()));
        }
        parameters.addAll(List.of(text.node(), search.node));
        String settings = options.text();
        if (!settings.isEmpty()) {
            parameters.add(new Node.Param(settings));
        }
        String sql = "ts_headline(" + (options.language().isEmpty() ? "" : "%s::regconfig, ") + "%s, %s"
                + (settings.isEmpty() ? ")" : ", %s)");
        return new TextExpr<>(new Node.Typed(raw(sql, parameters), OutputField.of(String.class)));
    }

    // --- Trigrams, for which the database needs the extension pg_trgm

    /** How alike a text and another are, from 0 to 1. Django's {@code TrigramSimilarity}. */
    public static <R> NumberExpr<R, Double> similarity(Expr<R, String> text, String other) {
        return trigram("similarity(%s, %s)", text, other);
    }

    /** How alike two texts of a row are, from 0 to 1. */
    public static <R> NumberExpr<R, Double> similarity(Expr<R, String> text, Expr<R, String> other) {
        return trigram("similarity(%s, %s)", text, other);
    }

    /** How different two texts of a row are, from 0 to 1. */
    public static <R> NumberExpr<R, Double> distance(Expr<R, String> text, Expr<R, String> other) {
        return trigram("(%s <-> %s)", text, other);
    }

    /** How different a text and another are, from 0 to 1. Django's {@code TrigramDistance}. */
    public static <R> NumberExpr<R, Double> distance(Expr<R, String> text, String other) {
        return trigram("(%s <-> %s)", text, other);
    }

    /** How alike some words are to a part of a text, from 0 to 1. Django's {@code TrigramWordSimilarity}. */
    public static <R> NumberExpr<R, Double> wordSimilarity(String words, Expr<R, String> text) {
        return words("word_similarity(%s, %s)", words, text);
    }

    /** The same where the part begins and ends with a word. Django's {@code TrigramStrictWordSimilarity}. */
    public static <R> NumberExpr<R, Double> strictWordSimilarity(String words, Expr<R, String> text) {
        return words("strict_word_similarity(%s, %s)", words, text);
    }

    /** How different some words are from a part of a text. Django's {@code TrigramWordDistance}. */
    public static <R> NumberExpr<R, Double> wordDistance(String words, Expr<R, String> text) {
        return words("(%s <<-> %s)", words, text);
    }

    /** The same where the part begins and ends with a word. Django's {@code TrigramStrictWordDistance}. */
    public static <R> NumberExpr<R, Double> strictWordDistance(String words, Expr<R, String> text) {
        return words("(%s <<<-> %s)", words, text);
    }

    private static <R> NumberExpr<R, Double> words(String sql, String words, Expr<R, String> text) {
        return new NumberExpr<>(
                new Node.Typed(raw(sql, List.of(new Node.Param(words), text.node())), OutputField.of(Double.class)));
    }

    /** Texts with a part like some words. Django's {@code trigram_word_similar}. */
    public static <R> Cond<R> wordSimilar(Expr<R, String> text, String words) {
        return text.lookup("trigram_word_similar", words);
    }

    /** Texts with a part like some words, from word to word. Django's {@code trigram_strict_word_similar}. */
    public static <R> Cond<R> strictWordSimilar(Expr<R, String> text, String words) {
        return text.lookup("trigram_strict_word_similar", words);
    }

    private static <R> NumberExpr<R, Double> trigram(String sql, Expr<R, String> text, Object other) {
        return new NumberExpr<>(
                new Node.Typed(raw(sql, List.of(text.node(), Args.node(other))), OutputField.of(Double.class)));
    }

    /** Texts that are alike, by the database's threshold. Django's {@code trigram_similar}. */
    public static <R> Cond<R> similar(Expr<R, String> text, String other) {
        return text.lookup("trigram_similar", other);
    }
}
