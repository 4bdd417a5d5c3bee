package quintet.orm;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import quintet.fields.FieldKind;
import quintet.orm.internal.query.Node;

/**
 * Functions of PostgreSQL that return a set: an annotation with one gives each row once for every value of its set, and a
 * row whose set is empty not at all. Two of them in one query go side by side, the shorter one filled with NULL. Conditions
 * and aggregates that use such an annotation are asked of the multiplied rows. Answers to {@code Func.set_returning} of
 * Django.
 */
public final class PostgresSets {
    private PostgresSets() {}

    /**
     * An expression that is known to return a set, such as a call of a function of your own: {@code
     * setOf(Functions.template("parents_of(%s)", Long.class, Part_.id))}. Django's {@code set_returning = True}.
     */
    public static <R, T> Expr<R, T> setOf(Expr<R, T> expression) {
        return new Expr<>(set(expression.node()));
    }

    /** The whole numbers from one to another, both included. */
    public static <R> NumberExpr<R, Long> generateSeries(Expr<R, ? extends Number> from, Expr<R, ? extends Number> to) {
        return numbers("generate_series(%s, %s)", List.of(from.node(), to.node()));
    }

    /** The whole numbers from one to what an expression gives, both included. */
    public static <R> NumberExpr<R, Long> generateSeries(long from, Expr<R, ? extends Number> to) {
        return numbers("generate_series(%s, %s)", List.of(new Node.Param(from), to.node()));
    }

    /** The whole numbers from one to another by steps, which may go down but not be 0. */
    public static <R> NumberExpr<R, Long> generateSeries(
            Expr<R, ? extends Number> from, Expr<R, ? extends Number> to, long step) {
        return numbers("generate_series(%s, %s, %s)", List.of(from.node(), to.node(), new Node.Param(step)));
    }

    /** The days from one to another, both included. */
    public static <R> TemporalExpr<R, LocalDate> generateDays(Expr<R, LocalDate> from, Expr<R, LocalDate> to) {
        String sql = "generate_series((%s)::timestamp, (%s)::timestamp, interval '1 day')::date";
        return new TemporalExpr<>(typed(sql, List.of(from.node(), to.node()), FieldKind.DATE));
    }

    /** The moments from one to another by steps. */
    public static <R> TemporalExpr<R, Instant> generateMoments(
            Expr<R, Instant> from, Expr<R, Instant> to, Duration step) {
        String sql = "generate_series((%s)::timestamptz, (%s)::timestamptz, (%s)::interval)";
        return new TemporalExpr<>(
                typed(sql, List.of(from.node(), to.node(), new Node.Param(step)), FieldKind.DATETIME));
    }

    /** The values of a list. Lists of lists are taken apart by {@link #unnestDeep}. */
    public static <R, T> Expr<R, T> unnest(ArrayExpr<R, T> list) {
        return new Expr<>(set(new Node.Call("Unnest", List.of(list.node()), List.of())));
    }

    /**
     * The values of lists within lists, of any depth.
     *
     * @param type what the innermost lists hold
     */
    @SuppressWarnings("unused") // the type is for the compiler
    public static <R, T> Expr<R, T> unnestDeep(ArrayExpr<R, ?> lists, Class<T> type) {
        return new Expr<>(set(new Node.Call("Unnest", List.of(lists.node()), List.of("deep"))));
    }

    /** The values of a JSON array; of anything else but null the database complains. */
    public static <R> JsonExpr<R, Object> jsonArrayElements(Expr<R, ?> array) {
        return json("jsonb_array_elements(%s)", List.of(array.node()));
    }

    /** The values of a JSON array as texts, without JSON's quotes. */
    public static <R> TextExpr<R> jsonArrayElementsText(Expr<R, ?> array) {
        return text("jsonb_array_elements_text(%s)", List.of(array.node()));
    }

    /** The keys of a JSON object. */
    public static <R> TextExpr<R> jsonObjectKeys(Expr<R, ?> object) {
        return text("jsonb_object_keys(%s)", List.of(object.node()));
    }

    /** What a path of SQL/JSON finds in a JSON value: {@code jsonPathQuery(Order_.lines, "$[*].price ? (@ > 10)")}. */
    public static <R> JsonExpr<R, Object> jsonPathQuery(Expr<R, ?> value, String path) {
        return json("jsonb_path_query(%s, (%s)::jsonpath)", List.of(value.node(), new Node.Param(path)));
    }

    /** The parts of a text between matches of a regular expression. */
    public static <R> TextExpr<R> regexpSplit(Expr<R, String> text, String pattern) {
        return text("regexp_split_to_table((%s)::text, (%s)::text)", List.of(text.node(), new Node.Param(pattern)));
    }

    /** The parts of a text between delimiters. */
    public static <R> TextExpr<R> stringToTable(Expr<R, String> text, String delimiter) {
        return text("string_to_table((%s)::text, (%s)::text)", List.of(text.node(), new Node.Param(delimiter)));
    }

    private static <R> NumberExpr<R, Long> numbers(String sql, List<Node> arguments) {
        return new NumberExpr<>(typed(sql, arguments, FieldKind.BIG_INTEGER));
    }

    private static <R> TextExpr<R> text(String sql, List<Node> arguments) {
        return new TextExpr<>(typed(sql, arguments, FieldKind.TEXT));
    }

    private static <R> JsonExpr<R, Object> json(String sql, List<Node> arguments) {
        return new JsonExpr<>(typed(sql, arguments, FieldKind.JSON));
    }

    private static Node typed(String sql, List<Node> arguments, FieldKind type) {
        return set(new Node.Typed(new Node.Call("Func", arguments, List.of(sql)), OutputField.of(type)));
    }

    static Node set(Node node) {
        return new Node.Call("SetOf", List.of(node), List.of());
    }
}
