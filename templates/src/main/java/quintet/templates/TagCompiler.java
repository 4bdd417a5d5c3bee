package quintet.templates;

/** Compiles a tag into a node: the full form of a custom tag, with its own syntax. */
@FunctionalInterface
public interface TagCompiler {
    /**
     * Compiles one use of the tag.
     *
     * @param parser gives expressions, and the nodes up to an end tag
     * @param token the tag
     * @return the node
     */
    Node compile(Parser parser, Token token);
}
