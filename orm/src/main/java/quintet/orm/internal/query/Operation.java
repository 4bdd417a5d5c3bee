package quintet.orm.internal.query;

import java.util.List;

/** A step of a query whose place among the others matters: what it means depends on those before. */
public sealed interface Operation {
    /**
     * Rows that meet a condition; or those that do not.
     *
     * @param continued whether its conditions on relations to many speak of the rows the filter before spoke of
     */
    record Filter(Node.Cond condition, boolean negated, boolean continued) implements Operation {}

    /** A computed value; {@code selected} unless it only serves conditions. */
    record Annotate(String name, Node node, boolean selected) implements Operation {}

    /** Values instead of objects. */
    record Values(List<Node> nodes) implements Operation {}

    /** A relation under another name with a condition in its join. */
    record Relate(String name, String path, Node.Cond condition) implements Operation {}
}
