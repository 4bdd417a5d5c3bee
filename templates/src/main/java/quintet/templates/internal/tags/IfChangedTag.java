package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.ForLoop;
import quintet.templates.internal.values.Values;

/** The tag ifchanged: content for values that differ from those of the round before. */
final class IfChangedTag {
    private IfChangedTag() {}

    /** Compiles one use of the tag. */
    static Node compile(Parser parser, Token token) {
        List<String> words = token.split();
        NodeList changed = parser.parse("else", "endifchanged");
        NodeList same = NodeList.EMPTY;
        if (parser.next().contents().equals("else")) {
            same = parser.parse("endifchanged");
            parser.skip();
        }
        return new IfChangedNode(Tags.expressions(parser, words), changed, same);
    }

    private static final class IfChangedNode extends Node {
        private final Expression[] watched;
        private final NodeList changed;
        private final NodeList same;

        IfChangedNode(Expression[] watched, NodeList changed, NodeList same) {
            this.watched = watched;
            this.changed = changed;
            this.same = same;
        }

        @Override
        public void render(Context context, Output out) {
            String rendered = null;
            Object now;
            if (watched.length > 0) {
                List<@Nullable Object> all = new ArrayList<>();
                for (Expression e : watched) {
                    all.add(e.resolve(context, true));
                }
                now = all;
            } else {
                rendered = changed.capture(context, out);
                now = rendered;
            }
            Object[] last = state(context);
            if (!new Compare(Values.of(context)).equal(now, last[0])) {
                last[0] = now;
                if (rendered == null || rendered.isEmpty()) {
                    changed.render(context, out);
                } else {
                    out.text(rendered);
                }
            } else {
                same.render(context, out);
            }
        }

        /** Kept in the loop if there is one, so that each run of the loop starts anew. */
        private Object[] state(Context context) {
            if (context.lookup("forloop") instanceof ForLoop loop) {
                return (Object[]) loop.state().computeIfAbsent(this, k -> new Object[1]);
            }
            return context.state(this, k -> new Object[1]);
        }

        @Override
        public List<Node> children() {
            return List.of(changed, same);
        }
    }
}
