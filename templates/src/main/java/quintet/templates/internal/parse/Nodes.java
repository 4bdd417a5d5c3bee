package quintet.templates.internal.parse;

import java.nio.charset.StandardCharsets;
import quintet.templates.Context;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.internal.compile.Compiled;
import quintet.templates.internal.compile.Emitter;

/** The nodes that come from no tag: text and variables. */
public final class Nodes {
    private Nodes() {}

    /** A node that stands for itself only as the first one of a template. */
    public interface First {}

    /** Whether a tag must be the first one. */
    public static boolean mustBeFirst(Node node) {
        return node instanceof First;
    }

    /** Text between tags. */
    public static Node text(String text) {
        return new TextNode(text);
    }

    /** Output of an expression. */
    public static Node variable(FilterExpression expression) {
        return new VariableNode(expression);
    }

    /** Static text, kept as the bytes it becomes. */
    public static final class TextNode extends Node implements Compiled {
        private final byte[] utf8;

        TextNode(String text) {
            this.utf8 = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void render(Context context, Output out) {
            out.bytes(utf8);
        }

        @Override
        public void compile(Emitter to) {
            to.text(utf8);
        }

        @Override
        public int weight() {
            return 15;
        }

        @Override
        public boolean mayChangeVariables() {
            return false;
        }

        /** The text. */
        public String text() {
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** A variable in double braces. */
    public static final class VariableNode extends Node implements Compiled {
        private final FilterExpression expression;

        VariableNode(FilterExpression expression) {
            this.expression = expression;
        }

        @Override
        public void render(Context context, Output out) {
            expression.write(context, out);
        }

        @Override
        public void compile(Emitter to) {
            to.variable(expression);
        }

        @Override
        public int weight() {
            return 45 + 55 * expression.variable().steps().length;
        }

        @Override
        public boolean mayChangeVariables() {
            return false;
        }

        /** The expression. */
        public FilterExpression expression() {
            return expression;
        }
    }
}
