package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Node;
import quintet.templates.Output;
import quintet.templates.Parser;
import quintet.templates.Token;
import quintet.templates.internal.compile.Called;
import quintet.templates.internal.values.Render;

/** The tags cycle and resetcycle. */
final class CycleTags {
    private static final String NAMED_CYCLES = "cycle.named";
    private static final String LAST_CYCLE = "cycle.last";

    private CycleTags() {}

    /** Compiles one use of cycle. */
    static Node cycle(Parser parser, Token token) {
        List<String> words = new ArrayList<>(token.split());
        if (words.size() < 2) {
            throw Tags.error("'cycle' tag requires at least two arguments");
        }
        @SuppressWarnings("unchecked")
        Map<String, CycleNode> named = (Map<String, CycleNode>) parser.data().get(NAMED_CYCLES);
        if (words.size() == 2) {
            String name = words.get(1);
            if (named == null) {
                throw Tags.error("No named cycles in template. '" + name + "' is not defined");
            }
            CycleNode node = named.get(name);
            if (node == null) {
                throw Tags.error("Named cycle '" + name + "' does not exist");
            }
            return node;
        }
        boolean silent = false;
        String name = null;
        int n = words.size();
        if (n > 4 && words.get(n - 3).equals("as")) {
            if (!words.get(n - 1).equals("silent")) {
                throw Tags.error("Only 'silent' flag is allowed after cycle's name, not '" + words.get(n - 1) + "'.");
            }
            silent = true;
            name = words.get(n - 2);
            words.subList(n - 3, n).clear();
        } else if (n > 4 && words.get(n - 2).equals("as")) {
            name = words.get(n - 1);
            words.subList(n - 2, n).clear();
        }
        CycleNode node = new CycleNode(Tags.expressions(parser, words), name, silent);
        if (name != null) {
            if (named == null) {
                named = new java.util.HashMap<>();
                parser.data().put(NAMED_CYCLES, named);
            }
            named.put(name, node);
        }
        parser.data().put(LAST_CYCLE, node);
        return node;
    }

    /** The position of a cycle that begins. */
    private enum Start implements Function<Object, int[]> {
        AT_FIRST;

        @Override
        public int[] apply(Object node) {
            return new int[1];
        }
    }

    private static final class CycleNode extends Node implements Called {
        private final Expression[] values;
        private final @Nullable String name;
        private final boolean silent;

        CycleNode(Expression[] values, @Nullable String name, boolean silent) {
            this.values = values;
            this.name = name == null ? null : name.intern();
            this.silent = silent;
        }

        @Override
        public void render(Context context, Output out) {
            int[] position = context.state(this, Start.AT_FIRST);
            Object value = values[position[0]].resolve(context);
            position[0] = (position[0] + 1) % values.length;
            if (name != null) {
                context.putUpward(name, value);
            }
            if (!silent) {
                Render.write(value, context, out);
            }
        }

        @Override
        public boolean mayChangeVariables() {
            return name != null;
        }

        @Override
        public boolean keepsState() {
            return true;
        }

        void reset(Context context) {
            context.state(this, Start.AT_FIRST)[0] = 0;
        }
    }

    /** Compiles one use of resetcycle. */
    static Node resetCycle(Parser parser, Token token) {
        List<String> words = token.split();
        if (words.size() > 2) {
            throw Tags.error("'" + words.getFirst() + "' tag accepts at most one argument.");
        }
        Object node;
        if (words.size() == 2) {
            node = parser.data().get(NAMED_CYCLES) instanceof Map<?, ?> named ? named.get(words.get(1)) : null;
            if (node == null) {
                throw Tags.error("Named cycle '" + words.get(1) + "' does not exist.");
            }
        } else {
            node = parser.data().get(LAST_CYCLE);
            if (node == null) {
                throw Tags.error("No cycles in template.");
            }
        }
        CycleNode cycle = (CycleNode) node;
        return new Node() {
            @Override
            public void render(Context context, Output out) {
                cycle.reset(context);
            }
        };
    }
}
