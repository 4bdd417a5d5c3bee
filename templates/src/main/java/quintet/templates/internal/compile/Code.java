package quintet.templates.internal.compile;

import quintet.templates.Context;
import quintet.templates.Output;

/** The compiled form of a list of nodes. Without state of its own; collected when the template is. */
public abstract class Code {
    /** For the classes that are made. */
    protected Code() {}

    /** Writes what the nodes would write, with the same errors. */
    public abstract void render(Context context, Output out);
}
