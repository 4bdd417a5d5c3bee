package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what a change touches and no more: the changed sources, then, while classes change in what others compile
 * against, their dependents. A changed constant recompiles everything, since javac copies constants without leaving a
 * trace. Class files replace the old ones only when all went well; what a deleted source gave is deleted.
 *
 * <p>Not thread-safe: one thread compiles.
 */
public final class IncrementalCompiler {
    private final CompilerOptions options;
    private final Javac javac;
    private final BuildState state = new BuildState();
    private boolean clean;
    private @Nullable CompileResult failure;
    private Map<Path, BuildState.Stamp> failedAt = Map.of();

    /** Compiles as these options say. */
    public IncrementalCompiler(CompilerOptions options) {
        this.options = options;
        this.javac = new Javac(options);
    }

    /** Looks for changes and compiles them; the first call compiles everything. The same failure is the same object. */
    public CompileResult compile() throws IOException {
        if (!clean) {
            empty(options.output());
            empty(options.generated());
            clean = true;
        }
        Map<Path, BuildState.Stamp> now = BuildState.scan(options.sourceRoots());
        Set<Path> changed = state.changed(now);
        if (changed.isEmpty() && state.deleted(now).isEmpty()) {
            return new CompileResult(Set.of(), List.of(), Map.of(), Set.of());
        }
        if (failure != null && failedAt.equals(now)) {
            return failure;
        }
        CompileResult result = new CompilePass(options, javac, state, now).run(changed);
        failure = result.succeeded() ? null : result;
        failedAt = now;
        return result;
    }

    /** What an earlier process left would hide deleted sources. */
    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
