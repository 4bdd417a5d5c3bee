package quintet.templates.internal.compile;

import quintet.templates.Node;

/** A node that does its work itself and is called for it, but says what it leaves alone. */
public interface Called extends Compiled {
    @Override
    default void compile(Emitter to) {
        to.call((Node) this);
    }

    @Override
    default int weight() {
        return Unit.CALL;
    }
}
