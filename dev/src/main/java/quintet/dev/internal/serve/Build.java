package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import quintet.dev.internal.compile.CompileResult;

/** The project as its supervisor sees it. */
public interface Build {
    /** The project's folder. */
    Path root();

    /** Compiles what changed; the same failure is the same object. */
    CompileResult compile() throws IOException;

    /** Asks Maven again if a pom changed; true when all must be compiled and started anew. */
    boolean refresh();

    /** How to start a child with what is compiled. */
    ChildOptions child();

    /** Folders and files whose changes matter. */
    List<Path> watched();
}
