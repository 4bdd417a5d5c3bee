package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import quintet.dev.internal.child.ChildOrder;
import quintet.dev.internal.compile.CompileResult;

/** The project as its supervisor sees it. */
public interface Build {
    /** The project's folder. */
    Path root();

    /** Compiles what changed; the same failure is the same object. */
    CompileResult compile() throws IOException;

    /** Makes the compiler quick before it is needed; may run on another thread. */
    void warmUp() throws IOException;

    /**
     * Asks Maven again if a pom changed; true when all must be compiled and started anew.
     *
     * @throws quintet.core.CommandError when Maven refuses
     */
    boolean refresh();

    /** The files that {@link #refresh()} looks at. */
    List<Path> poms();

    /** How children are started. */
    ChildOptions child();

    /**
     * What a child is to open, now that the project is compiled.
     *
     * @param first whether it is the first
     */
    ChildOrder order(boolean first);

    /** Folders of sources. */
    List<Path> sources();

    /** Folders of resources. */
    List<Path> resources();
}
