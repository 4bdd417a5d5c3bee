package quintet.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.compile.Code;
import quintet.templates.internal.parse.Nodes;

/** Nodes in sequence: a template's content, or what stands between a tag and its end tag. */
public final class NodeList extends Node {
    /** No nodes. */
    public static final NodeList EMPTY = new NodeList(List.of());

    private static final int EACH = 64;

    private final Node[] nodes;
    private final Node[] run;
    private @Nullable Code code;
    private int heat;
    private boolean inner;

    /**
     * A list.
     *
     * @param nodes in order
     */
    public NodeList(List<? extends Node> nodes) {
        this.nodes = nodes.toArray(new Node[0]);
        this.run = Nodes.joined(this.nodes);
    }

    @Override
    public void render(Context context, Output out) {
        Code compiled = code;
        if (compiled != null) {
            compiled.render(context, out);
            return;
        }
        if (inner) {
            interpret(context, out);
            return;
        }
        int before = out.size();
        try {
            interpret(context, out);
        } finally {
            heat += EACH + Math.max(0, out.size() - before);
            if (heat > 0) {
                heat = context.engine().execution().warmed(this, heat);
            }
        }
    }

    /** The nodes that most pages are made of are called by their classes: that is a comparison instead of a jump. */
    private void interpret(Context context, Output out) {
        Node[] all = run;
        int i = 0;
        try {
            for (; i < all.length; i++) {
                Node node = all[i];
                if (node instanceof Nodes.TextAndVariable pair) {
                    pair.render(context, out);
                } else if (node instanceof Nodes.TextNode text) {
                    text.render(context, out);
                } else {
                    node.render(context, out);
                }
            }
        } catch (RuntimeException e) {
            Failures.locate(e, all[i], context);
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
