package quintet.templates;

import java.util.concurrent.atomic.AtomicInteger;
import quintet.templates.internal.compile.Code;
import quintet.templates.internal.compile.Compiler;
import quintet.templates.internal.parse.Nodes;

/** Decides which parts of an engine's templates are compiled, and when. */
final class Execution {
    /** Bytes written by a part, and a little for each time, until it is hot. */
    private static final int HOT = 256 * 1024;

    /** Parts of an engine that are compiled at most; the rest stays interpreted. */
    private static final int MOST = 2000;

    private static final int RESTING = Integer.MIN_VALUE / 2;

    private final Executor executor;
    private final AtomicInteger compiled = new AtomicInteger();

    Execution(Executor executor) {
        this.executor = executor;
    }

    /**
     * Is told how much a part has worked in the interpreter.
     *
     * @return what to count on from
     */
    int warmed(NodeList part, int heat) {
        if (executor == Executor.INTERPRETER) {
            return RESTING;
        }
        if (executor == Executor.ADAPTIVE && heat < HOT) {
            return heat;
        }
        if (isWorthIt(part) && compiled.incrementAndGet() <= MOST) {
            if (executor == Executor.COMPILER) {
                compile(part);
            } else if (!Compiler.later(() -> compile(part))) {
                compiled.decrementAndGet();
            }
        }
        return RESTING;
    }

    private static void compile(NodeList part) {
        if (part.isCompiled()) {
            return;
        }
        Code code = Compiler.compile(part);
        if (code != null) {
            part.runBy(code);
        }
    }

    /** Whether there is something to do but to copy text; a child's only node is its extends tag. */
    private static boolean isWorthIt(NodeList part) {
        boolean any = false;
        for (Node node : part.children()) {
            if (Nodes.mustBeFirst(node)) {
                return false;
            }
            any |= !(node instanceof Nodes.TextNode);
        }
        return any;
    }

    /** How many parts are compiled or about to be. */
    int compiled() {
        return Math.min(compiled.get(), MOST);
    }
}
