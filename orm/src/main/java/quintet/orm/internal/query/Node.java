package quintet.orm.internal.query;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.OutputField;

/**
 * An expression as the user built it, before names are resolved. Typed tokens and Django's string lookups make the same
 * nodes.
 *
 * <p>Nodes are values; two are equal when they lead to the same SQL text. That is why {@link Param} leaves its value out
 * of {@code equals}: the text of a query is cached by the query itself.
 */
public sealed interface Node {
    /** The call around a list of values among which null was too; it stands at the right of {@code in} only. */
    String VALUES_OR_NULL = "ValuesOrNull";

    /** A condition. */
    sealed interface Cond extends Node permits Both, Not, Lookup, Truth, Exists, Anything {}

    /**
     * A name from the root of the query: a field, a way through relations, an annotation, with transforms at the end.
     *
     * @param text parts joined by {@code __}
     */
    record Path(String text) implements Node {}

    /**
     * A value handed to the database as a parameter.
     *
     * @param value the value
     * @param slot its number in the query, once it has one; else -1
     */
    record Param(@Nullable Object value, int slot) implements Node {
        /** A value without a number. */
        public Param(@Nullable Object value) {
            this(value, -1);
        }

        /** Whether the value is NULL or how many values there are decides about the text; the value itself does not. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Param param && shape(value) == shape(param.value) && sameKind(value, param.value);
        }

        private static boolean sameKind(@Nullable Object a, @Nullable Object b) {
            return a == null ? b == null : b != null && kind(a).equals(kind(b));
        }

        /** The class decides about the type of a value whose column is unknown; true and false make different texts. */
        private static Object kind(Object value) {
            return switch (value) {
                case Boolean flag -> flag;
                // How large a number is decides whether a column can have it at all.
                case Integer number -> bits(number);
                case Long number -> bits(number);
                // Some databases join distinct texts by commas only.
                case String text when text.equals(",") -> text;
                case Collection<?> many -> Collection.class;
                case Enum<?> constant -> constant.getDeclaringClass();
                default -> value.getClass();
            };
        }

        private static Object bits(long number) {
            return number == (short) number ? 16 : number == (int) number ? 32 : 64;
        }

        @Override
        public int hashCode() {
            return shape(value);
        }

        private static int shape(@Nullable Object value) {
            return value == null ? 0 : value instanceof Collection<?> many ? 2 + many.size() : 1;
        }
    }

    /** A function of the dialect, by Django's name, such as {@code Lower}. */
    record Call(String name, List<Node> arguments, List<String> options) implements Node {}

    /** A condition or value that is true or not, used as a value. */
    record CondValue(Cond condition) implements Node {}

    /** Two values and an operator: {@code + - * / %% ^ & | << >> #}. */
    record Arithmetic(Node left, String operator, Node right) implements Node {}

    /** An aggregate by Django's name, such as {@code Count}; a null argument is {@code *}. */
    record Aggregate(
            String name,
            @Nullable Node argument,
            boolean distinct,
            @Nullable Cond filter,
            @Nullable Node otherwise,
            List<Ordering> order,
            List<Node> more)
            implements Node {}

    /** The first branch whose condition holds. */
    record Case(List<When> branches, @Nullable Node otherwise) implements Node {}

    /** A branch of a {@link Case}. */
    record When(Cond condition, Node then) {}

    /** An expression with the name it has in results. */
    record Named(String name, Node node) implements Node {}

    /** A path in the query around a subquery. */
    record Outer(Node node) implements Node {}

    /** A query used as a value; {@code several}: given as it is, not as an expression, and not cut to one row. */
    record Sub(Query query, boolean several) implements Node {}

    /** An expression with its type given. */
    record Typed(Node node, OutputField type) implements Node {}

    /** A key or index within a JSON value. */
    record JsonStep(Node node, Object key) implements Node {}

    /** SQL as written, with parameters. */
    record Raw(String sql, List<Node> parameters) implements Node {}

    /** A function over the rows around a row. */
    record Window(
            Node function,
            List<Node> partition,
            List<Ordering> order,
            @Nullable Frame frame) implements Node {}

    /** The frame of a window. Null ends are unbounded. */
    record Frame(
            boolean rows, @Nullable Integer start, @Nullable Integer end, String exclusion) {}

    /** A part of a text, from a place counted from 0; a null end: to the end. */
    record Slice(Node node, int start, @Nullable Integer end) implements Node {}

    /** What was resolved already; for lookups and transforms of a site, which are put together while a query is compiled. */
    record Solved(Object value) implements Node {}

    /** Several values side by side. */
    record Row(List<Node> nodes) implements Node {}

    /** AND, OR or XOR of conditions. */
    record Both(Connector connector, List<Cond> conditions) implements Cond {}

    /** The opposite. */
    record Not(Cond condition) implements Cond {}

    /**
     * A comparison.
     *
     * @param lookup Django's name such as {@code icontains}; null: the end of the path says it
     */
    record Lookup(Node left, @Nullable String lookup, Node right) implements Cond {}

    /** A boolean value as a condition. */
    record Truth(Node node) implements Cond {}

    /** Whether a query has rows. */
    record Exists(Query query) implements Cond {}

    /** Always true: a filter without conditions. */
    record Anything() implements Cond {}

    /** An expression to order by. */
    record Ordering(Node node, boolean descending, @Nullable Boolean nullsFirst) {
        /** The other way round. */
        public Ordering reversed() {
            return new Ordering(node, !descending, nullsFirst == null ? null : !nullsFirst);
        }
    }

    /** How conditions are joined. */
    enum Connector {
        AND,
        OR,
        XOR
    }

    /** A value, or the node that stands for it already. */
    static Node of(@Nullable Object value) {
        return value instanceof Node node ? node : new Param(value);
    }

    /** A path's text with more at its end. */
    static String join(String path, String more) {
        return path.isEmpty() ? more : path + "__" + Objects.requireNonNull(more);
    }
}
