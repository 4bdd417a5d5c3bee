package quintet.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.compile.Code;

/** Nodes in sequence: a template's content, or what stands between a tag and its end tag. */
public final class NodeList extends Node {
    /** No nodes. */
    public static final NodeList EMPTY = new NodeList(List.of());

    private static final int EACH = 64;

    private final Node[] nodes;
    private @Nullable Code code;
    private int heat;
    private boolean inner;

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
        Code compiled = code;
        if (compiled != null) {
            compiled.render(context, out);
            return;
        }
        int before = out.size();
        try {
            interpret(context, out);
        } finally {
            if (!inner) {
                heat += EACH + Math.max(0, out.size() - before);
                if (heat > 0) {
                    heat = context.engine().execution().warmed(this, heat);
                }
            }
        }
    }

    private void interpret(Context context, Output out) {
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
     * Marks the list as part of a node whose code includes it, so that it is not compiled by itself; for the engine's own
     * tags, no API.
     *
     * @return this
     */
    public NodeList inner() {
        inner = true;
        return this;
    }

    /** Replaces the interpreter from here on. */
    void runBy(Code compiled) {
        code = compiled;
    }

    /** Whether the list has a compiled form. */
    boolean isCompiled() {
        return code != null;
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
