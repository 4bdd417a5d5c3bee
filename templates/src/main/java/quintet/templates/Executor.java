package quintet.templates;

/** What runs templates. All give the same output and errors; they differ in speed. */
public enum Executor {
    /** The interpreter first; parts that are hot are compiled to bytecode in the background. The default. */
    ADAPTIVE,
    /** The interpreter only. */
    INTERPRETER,
    /** Each part is compiled once it was rendered, before the render goes on: for tests and measurements. */
    COMPILER
}
