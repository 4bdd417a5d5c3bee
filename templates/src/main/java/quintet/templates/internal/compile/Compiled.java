package quintet.templates.internal.compile;

/** A node that the compiler knows: it says what code does its work. Other nodes are called. */
public interface Compiled {
    /**
     * Writes the code of this node.
     *
     * @param to takes the code
     */
    void compile(Emitter to);

    /** How much code it is, roughly in bytes; decides where methods are cut. */
    int weight();

    /** Whether it may set variables itself or call nodes that may; then what code has in local variables is read anew. */
    boolean mayChangeVariables();

    /**
     * Whether it, or a node it calls, may keep something from one of its runs to the next, or look for what others keep. A
     * template without such nodes needs no render state of its own.
     */
    boolean keepsState();
}
