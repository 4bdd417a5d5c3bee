package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.orm.internal.query.Node;

/**
 * The lookups and transforms that a site adds to those there are. Each is a function from expressions to an expression or
 * condition, so it means the same on every database unless it is made of SQL of its own ({@link Functions#template}). Answers to
 * Django's {@code register_lookup}.
 *
 * <pre>{@code
 * public void lookups(CustomLookups on) {
 *     on.lookup("ne", Integer.class, (left, right) -> left.ne(right));
 *     on.transform("initial", String.class, text -> Functions.left(text, 1));
 * }
 * }</pre>
 *
 * After that {@code filter("stock__ne", 3)}, {@code filter("title__initial", "E")} and {@code
 * Book_.title.transformed("initial")} work.
 */
public final class CustomLookups {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*(_[a-zA-Z0-9]+)*");
    private static final CustomLookups NONE = new CustomLookups();

    /**
     * One of them; for Quintet's own use.
     *
     * @param name its name in paths
     * @param type the Java type of the values it is for
     * @param model the model of the only field it is for; null: for all fields of the type
     * @param field that field
     * @param transform what it makes of a value; null: it is a lookup
     * @param lookup the condition it stands for; null: it is a transform
     */
    public record Entry(
            String name,
            OutputField type,
            @Nullable Class<?> model,
            @Nullable String field,
            @Nullable Function<Node, Node> transform,
            @Nullable BiFunction<Node, Node, Node.Cond> lookup) {}

    private final List<Entry> entries = new ArrayList<>();

    CustomLookups() {}

    /** Those of the current site. */
    public static CustomLookups current() {
        Site site = Site.find().orElse(null);
        return site == null ? NONE : site.service(CustomLookups.class);
    }

    /** A lookup for all fields of a Java type. */
    public <T> CustomLookups lookup(
            String name, Class<T> type, BiFunction<Expr<Object, T>, Expr<Object, T>, Cond<Object>> condition) {
        return add(name, type, null, null, null, condition(condition));
    }

    /** A lookup for one field. */
    public <T> CustomLookups lookup(
            String name,
            Class<T> type,
            Class<?> model,
            String field,
            BiFunction<Expr<Object, T>, Expr<Object, T>, Cond<Object>> condition) {
        return add(name, type, model, field, null, condition(condition));
    }

    /** A transform for all fields of a Java type. */
    public <T> CustomLookups transform(
            String name, Class<T> type, Function<Expr<Object, T>, ? extends Expr<Object, ?>> value) {
        return add(name, type, null, null, value(value), null);
    }

    /** A transform for one field. */
    public <T> CustomLookups transform(
            String name,
            Class<T> type,
            Class<?> model,
            String field,
            Function<Expr<Object, T>, ? extends Expr<Object, ?>> value) {
        return add(name, type, model, field, value(value), null);
    }

    private static <T> BiFunction<Node, Node, Node.Cond> condition(
            BiFunction<Expr<Object, T>, Expr<Object, T>, Cond<Object>> condition) {
        return (left, right) ->
                condition.apply(new Expr<>(left), new Expr<>(right)).node();
    }

    private static <T> Function<Node, Node> value(Function<Expr<Object, T>, ? extends Expr<Object, ?>> value) {
        return node -> value.apply(new Expr<>(node)).node();
    }

    private CustomLookups add(
            String name,
            Class<?> type,
            @Nullable Class<?> model,
            @Nullable String field,
            @Nullable Function<Node, Node> transform,
            @Nullable BiFunction<Node, Node, Node.Cond> lookup) {
        if (!NAME.matcher(name).matches()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "A lookup cannot be called '" + name + "'.",
                    "Its name begins with a small letter and has letters, digits and single underscores.");
        }
        entries.add(new Entry(name, OutputField.of(type), model, field, transform, lookup));
        return this;
    }

    /** All of them, those registered last first; for Quintet's own use. */
    public List<Entry> entries() {
        return entries.reversed();
    }
}
