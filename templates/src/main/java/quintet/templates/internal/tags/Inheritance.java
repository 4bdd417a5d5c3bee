package quintet.templates.internal.tags;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Node;
import quintet.templates.NodeList;
import quintet.templates.Origin;
import quintet.templates.Template;
import quintet.templates.internal.parse.Nodes;
import quintet.templates.internal.tags.BlockTags.BlockNode;
import quintet.templates.internal.tags.BlockTags.ExtendsNode;

/** What extending templates know of each other during one render: the blocks by name, and where the templates came from. */
@SuppressWarnings("ReferenceEquality") // states are compared by identity, which is enough
final class Inheritance {
    private static final Object KEY = new Object();

    private Chain chain = Chain.EMPTY;
    private List<Origin> history = List.of();
    private String[] open = new String[4];
    private int depth;

    private Inheritance() {}

    /** The one of this render, made at first use. */
    static Inheritance of(Context context) {
        return context.state(KEY, k -> new Inheritance());
    }

    /** The one of this render, or null if its template extends none. */
    static @Nullable Inheritance in(Context context) {
        return (Inheritance) context.stateOrNull(KEY);
    }

    /** The blocks of some templates by name, the most derived last. Immutable, as most pages have the same parents always. */
    static final class Chain {
        static final Chain EMPTY = new Chain(Map.of());

        private final Map<String, BlockNode[]> byName;

        private Chain(Map<String, BlockNode[]> byName) {
            this.byName = byName;
        }

        /** With the blocks of a parent below these. */
        private Chain above(Map<String, BlockNode> parents) {
            Map<String, BlockNode[]> all = new HashMap<>(byName);
            parents.forEach((name, block) -> {
                BlockNode[] derived = byName.getOrDefault(name, new BlockNode[0]);
                BlockNode[] both = new BlockNode[derived.length + 1];
                both[0] = block;
                System.arraycopy(derived, 0, both, 1, derived.length);
                all.put(name, both);
            });
            return new Chain(all);
        }
    }

    /**
     * One step to a parent, kept by the node that makes it: from the state before to the state after. Good as long as the
     * engine keeps its templates.
     */
    record Step(
            @Nullable Object epoch,
            String name,
            Chain fromChain,
            List<Origin> fromHistory,
            Template parent,
            Chain chain,
            List<Origin> history) {}

    /** Whether a step made before leads on from here. */
    boolean fits(Step step, @Nullable Object epoch, String name) {
        return epoch != null
                && step.epoch == epoch
                && step.fromChain == chain
                && step.fromHistory == history
                && step.name.equals(name);
    }

    /** Goes a step that fits. */
    void go(Step step) {
        chain = step.chain;
        history = step.history;
    }

    /** The places that were used already; the first is the one of the template itself. */
    List<Origin> history(@Nullable Template first) {
        return history.isEmpty() && first != null ? List.of(first.origin()) : history;
    }

    /** Makes a step: the blocks of a template, and those of its parent if that extends none itself. */
    Step step(@Nullable Object epoch, String name, Map<String, BlockNode> blocks, Template parent, List<Origin> used) {
        return new Step(epoch, name, chain, history, parent, next(blocks, parent), used);
    }

    /** The blocks with those of a template and its parent. */
    void add(Map<String, BlockNode> blocks, Template parent) {
        chain = next(blocks, parent);
    }

    private Chain next(Map<String, BlockNode> blocks, Template parent) {
        Chain next = chain.above(blocks);
        for (Node node : parent.nodes().children()) {
            if (!(node instanceof Nodes.TextNode)) {
                return node instanceof ExtendsNode ? next : next.above(blocksIn(parent.nodes()));
            }
        }
        return next;
    }

    /** The blocks of a template by name. */
    static Map<String, BlockNode> blocksIn(NodeList nodes) {
        Map<String, BlockNode> found = new LinkedHashMap<>();
        collect(nodes, found);
        return found;
    }

    private static void collect(Node node, Map<String, BlockNode> found) {
        for (Node child : node.children()) {
            if (child instanceof BlockNode block) {
                found.put(block.name(), block);
            }
            collect(child, found);
        }
    }

    /** The number of blocks that are open now, to be given to {@link #leave}. */
    int depth() {
        return depth;
    }

    /** Opens the most derived block of a name that is not open yet; null if there is none. */
    @Nullable
    BlockNode enter(String name) {
        BlockNode[] all = chain.byName.get(name);
        int place = all == null ? -1 : all.length - 1 - openOf(name);
        if (all == null || place < 0) {
            return null;
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = name;
        return all[place];
    }

    /** Closes blocks. */
    void leave(int before) {
        depth = before;
    }

    /** Whether there is a block of this name below the open ones. */
    boolean has(String name) {
        BlockNode[] all = chain.byName.get(name);
        return all != null && all.length > openOf(name);
    }

    private int openOf(String name) {
        int count = 0;
        for (int i = 0; i < depth; i++) {
            if (open[i].equals(name)) {
                count++;
            }
        }
        return count;
    }
}
