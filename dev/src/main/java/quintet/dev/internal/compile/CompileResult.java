package quintet.dev.internal.compile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.dev.Diagnosis;

/**
 * What a compilation did.
 *
 * @param compiled source files that were compiled, as paths below their source folder
 * @param errors errors, and warnings if there are errors; empty when all went well
 * @param redefined classes (binary names) whose method bodies changed and nothing else: a running JVM can take them over
 * @param reshaped classes (binary names) that are new, gone or changed in shape: the JVM must start again
 */
public record CompileResult(
        Set<String> compiled, List<Diagnosis> errors, Map<String, byte[]> redefined, Set<String> reshaped) {

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return compiled.isEmpty() && errors.isEmpty() && redefined.isEmpty() && reshaped.isEmpty();
    }

    /** Whether the classes are usable. */
    public boolean succeeded() {
        return errors.stream().noneMatch(Diagnosis::isError);
    }
}
