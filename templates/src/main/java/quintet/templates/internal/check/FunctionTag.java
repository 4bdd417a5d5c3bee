package quintet.templates.internal.check;

import quintet.templates.TagCompiler;

/** A tag whose words are the arguments of a function, so that a check can read them: simple, block and inclusion tags. */
@FunctionalInterface
public interface FunctionTag extends TagCompiler {}
