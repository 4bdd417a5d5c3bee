package quintet.dev;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a compilation of a project did.
 *
 * @param compiled source files that were compiled, as paths below their source folder; empty when nothing had changed
 * @param errors the errors, and the warnings beside them; empty when all went well
 * @param classes the folder of class files to run with; after errors that of the last good compilation, unless what could
 *     be compiled was asked for
 * @param brokenModels source files below the project's folder that declare models or enums of which a part that has an error
 *     is missing in the class files; nothing may be concluded from such models
 */
public record Compilation(Set<String> compiled, List<Diagnosis> errors, Path classes, List<Path> brokenModels) {
    /** Whether the class files are those of the sources as they stand. */
    public boolean succeeded() {
        return errors.stream().noneMatch(Diagnosis::isError);
    }

    /** The errors for a terminal: each with file, line, the source line and a caret; empty when there are none. */
    public String describe() {
        return errors.stream().map(Diagnosis::toString).collect(Collectors.joining("\n"));
    }
}
