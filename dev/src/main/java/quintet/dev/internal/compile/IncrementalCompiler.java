package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what a change touches and no more: the changed sources, then, while classes change in what others compile
 * against, their dependents, and what mentions a constant that changed, since javac copies constants without leaving a
 * trace. Class files replace the old ones only when all went well; what a deleted source gave is deleted.
 *
 * <p>What is known is kept beside the output from one process to the next. Not thread-safe: one thread compiles.
 */
public final class IncrementalCompiler {
    private static final CompileResult NOTHING = new CompileResult(Set.of(), List.of(), Map.of(), Set.of());

    private static final int WARM_ROUNDS = 8;

    private final CompilerOptions options;
    private final Javac javac;
    private final Path stateFile;
    private final String key;
    private @Nullable BuildState state;
    private @Nullable CompileResult failure;
    private Map<Path, BuildState.Stamp> failedAt = Map.of();

    /** Compiles as these options say. */
    public IncrementalCompiler(CompilerOptions options) throws IOException {
        this.options = options;
        this.javac = new Javac(options);
        this.stateFile = options.output().resolveSibling(options.output().getFileName() + ".state");
        this.key = StateFile.key(options);
    }

    /** Looks for changes and compiles them; the first call compiles everything. The same failure is the same object. */
    public CompileResult compile() throws IOException {
        Map<Path, BuildState.Stamp> now = BuildState.scan(options.sourceRoots());
        if (state != null && isDone(state, now)) {
            return NOTHING;
        }
        if (failure != null && failedAt.equals(now)) {
            return failure;
        }
        try (FolderLock _ = FolderLock.take(stateFile.resolveSibling(stateFile.getFileName() + ".lock"))) {
            BuildState known = state == null ? load() : state;
            if (isDone(known, now)) {
                return NOTHING;
            }
            CompileResult result = new CompilePass(options, javac, known, now).run(known.changed(now));
            failure = result.succeeded() ? null : result;
            failedAt = now;
            StateFile.write(stateFile, key, known);
            StateFile.writeApi(options.output(), known);
            return result;
        }
    }

    private static boolean isDone(BuildState state, Map<Path, BuildState.Stamp> now) {
        return state.changed(now).isEmpty() && state.deleted(now).isEmpty();
    }

    private BuildState load() throws IOException {
        BuildState loaded = StateFile.read(stateFile, key, options);
        if (loaded.sources().isEmpty()) {
            OutputFolder.empty(options.output());
            OutputFolder.empty(options.generated());
        }
        state = loaded;
        return loaded;
    }

    /**
     * Compiles one source some times to nowhere, so that the JVM knows the compiler when the first change comes. May run on
     * another thread than the compilations.
     */
    public void warmUp() throws IOException {
        Javac own = new Javac(options);
        for (Path file : BuildState.scan(options.sourceRoots()).keySet()) {
            for (int i = 0; i < WARM_ROUNDS; i++) {
                own.tryOut(file);
            }
            return;
        }
    }

    /** Binary names of the classes that extend or implement this one (a binary name too) and are not abstract. */
    public List<String> classesBelow(String type) {
        return state == null ? List.of() : Heirs.of(state.shapes(), type);
    }
}
