package quintet.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a compiled template. Subclasses are immutable and shared by all renders: what changes during a render
 * belongs into {@link Context#state}.
 */
public abstract class Node {
    private @Nullable Token token;
    private @Nullable Template template;

    /** For subclasses. */
    protected Node() {}

    /**
     * Writes the node.
     *
     * @param context the variables
     * @param out takes the output
     */
    public abstract void render(Context context, Output out);

    /**
     * The nodes inside, for tools that walk a template.
     *
     * @return in order
     */
    public List<Node> children() {
        return List.of();
    }

    /**
     * The tag this node was made from.
     *
     * @return null for a node made by hand
     */
    public final @Nullable Token token() {
        return token;
    }

    /**
     * The template this node was parsed in.
     *
     * @return null for a node made by hand
     */
    public final @Nullable Template template() {
        return template;
    }

    /**
     * Notes where the node comes from; the parser calls it.
     *
     * @param from the tag
     * @param in the template
     */
    public final void located(Token from, Template in) {
        if (token == null) {
            token = from;
            template = in;
        }
    }
}
