package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * An index. Answers to Django's {@code models.Index}.
 *
 * @param name its name; "" is replaced by Django's automatic name
 * @param expressions columns (paths) and expressions in order, with their direction
 * @param condition the rows it covers; null: all
 * @param include columns kept beside the key
 * @param opclasses PostgreSQL operator classes, one for each column
 * @param method how PostgreSQL keeps it; null: as usual
 */
public record Index(
        String name,
        List<Node.Ordering> expressions,
        Node.@Nullable Cond condition,
        List<String> include,
        List<String> opclasses,
        @Nullable IndexMethod method) {
    /** An index of the usual kind. */
    public Index(
            String name,
            List<Node.Ordering> expressions,
            Node.@Nullable Cond condition,
            List<String> include,
            List<String> opclasses) {
        this(name, expressions, condition, include, opclasses, null);
    }

    /** An index with a name over fields in Django's spelling; {@code "-title"} is downwards. */
    public static Index of(String name, String... fields) {
        List<Node.Ordering> expressions = new ArrayList<>();
        for (String field : fields) {
            expressions.add(Order.of(field).ordering());
        }
        return new Index(name, List.copyOf(expressions), null, List.of(), List.of());
    }

    /** An index over one column or expression. */
    public static Index of(String name, Order<?> first) {
        return new Index(name, List.of(first.ordering()), null, List.of(), List.of());
    }

    /** An index over two columns or expressions. */
    public static Index of(String name, Order<?> first, Order<?> second) {
        return new Index(name, List.of(first.ordering(), second.ordering()), null, List.of(), List.of());
    }

    /** The same with one more column or expression. */
    public Index then(Order<?> next) {
        List<Node.Ordering> more = new ArrayList<>(expressions);
        more.add(next.ordering());
        return new Index(name, List.copyOf(more), condition, include, opclasses, method);
    }

    /** The same for some rows only. */
    public Index where(Cond<?> rows) {
        return new Index(name, expressions, rows.node(), include, opclasses, method);
    }

    /** The same with columns kept beside the key. */
    public Index including(Token<?>... columns) {
        return new Index(
                name,
                expressions,
                condition,
                java.util.Arrays.stream(columns).map(Token::path).toList(),
                opclasses,
                method);
    }

    /** The same, kept by PostgreSQL in another way: {@code using(IndexMethod.gin())}. */
    public Index using(IndexMethod how) {
        return new Index(name, expressions, condition, include, opclasses, how);
    }

    /** The same with another name. */
    public Index named(String other) {
        return new Index(other, expressions, condition, include, opclasses, method);
    }

    /** The same with PostgreSQL operator classes, one for each column. */
    public Index opclasses(String... names) {
        return new Index(name, expressions, condition, include, List.of(names), method);
    }

    /** Whether it has plain columns alone. */
    public boolean isPlain() {
        return expressions.stream().allMatch(ordering -> ordering.node() instanceof Node.Path);
    }

    /** The fields in Django's spelling, for an index of plain columns. */
    public List<String> fields() {
        return expressions.stream()
                .filter(ordering -> ordering.node() instanceof Node.Path)
                .map(ordering -> (ordering.descending() ? "-" : "") + ((Node.Path) ordering.node()).text())
                .toList();
    }
}
