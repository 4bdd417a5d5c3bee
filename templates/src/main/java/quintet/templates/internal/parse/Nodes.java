package quintet.templates.internal.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import quintet.templates.Context;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Template;
import quintet.templates.Token;
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

    /** The nodes with each variable joined to the text before it, so that both are one step. */
    public static Node[] joined(Node[] nodes) {
        List<Node> run = new ArrayList<>(nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i] instanceof TextNode text
                    && i + 1 < nodes.length
                    && nodes[i + 1] instanceof VariableNode next) {
                run.add(new TextAndVariable(text, next));
                i++;
            } else {
                run.add(nodes[i]);
            }
        }
        return run.toArray(new Node[0]);
    }

    /** Static text, then a variable. */
    public static final class TextAndVariable extends Node {
        private final byte[] utf8;
        private final FilterExpression expression;

        private TextAndVariable(TextNode text, VariableNode variable) {
            this.utf8 = text.utf8;
            this.expression = variable.expression;
            Token token = variable.token();
            Template template = variable.template();
            if (token != null && template != null) {
                located(token, template);
            }
        }

        @Override
        public void render(Context context, Output out) {
            out.bytes(utf8);
            expression.write(context, out);
        }
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

        @Override
        public boolean keepsState() {
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
        public boolean keepsState() {
            return !expression.isBuiltin();
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
