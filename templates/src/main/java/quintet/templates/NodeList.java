package quintet.templates;

import java.util.List;

/** Nodes in sequence: a template's content, or what stands between a tag and its end tag. */
public final class NodeList extends Node {
    /** No nodes. */
    public static final NodeList EMPTY = new NodeList(List.of());

    private final Node[] nodes;

    /**
     * A list.
     *
     * @param nodes in order
     */
    public NodeList(List<? extends Node> nodes) {
        this.nodes = nodes.toArray(Node[]::new);
    }

    @Override
    public void render(Context context, Output out) {
        int i = 0;
        try {
            for (; i < nodes.length; i++) {
                nodes[i].render(context, out);
            }
        } catch (RuntimeException e) {
            Failures.locate(e, nodes[i], context);
            throw e;
        }
    }

    /**
     * Renders into a string of its own.
     *
     * @param context the variables
     * @param out the output of the render that goes on; it is left as it was
     * @return what the nodes wrote
     */
    public String capture(Context context, Output out) {
        int mark = out.size();
        render(context, out);
        return out.take(mark);
    }

    @Override
    public List<Node> children() {
        return List.of(nodes);
    }
}
