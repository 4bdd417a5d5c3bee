package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import quintet.dev.Diagnosis;

/** The JDK's compiler in this process, kept warm. */
final class Javac {
    /**
     * What a compilation gave.
     *
     * @param classes class files by internal name
     * @param classesBySource internal names by the source they come from, through generated sources too
     * @param generatedFrom generated sources and the source each was made for
     * @param aggregating whether a processor wrote something that does not come from one source
     * @param errors why it failed; empty when it did not
     */
    record Output(
            Map<String, byte[]> classes,
            Map<Path, Set<String>> classesBySource,
            Map<Path, Path> generatedFrom,
            boolean aggregating,
            List<Diagnosis> errors) {
        static final Output NONE = failed(List.of());

        static Output failed(List<Diagnosis> errors) {
            return new Output(Map.of(), Map.of(), Map.of(), false, errors);
        }

        boolean succeeded() {
            return errors.isEmpty();
        }
    }

    private static final String MOST_ERRORS = "1000";

    private final CompilerOptions options;
    private final JavaCompiler compiler;

    Javac(CompilerOptions options) {
        this.options = options;
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new IllegalStateException(
                    "The development server needs a JDK, and this Java is a run-time image without a compiler.");
        }
        this.compiler = found;
    }

    /** Compiles these files as they stand. */
    Output compile(Set<Path> files) throws IOException {
        Map<Path, String> asTheyStand = new LinkedHashMap<>();
        files.forEach(file -> asTheyStand.put(file, ""));
        return compile(asTheyStand);
    }

    /** Compiles files with another content than they have; an empty content means that of the file. */
    Output compile(Map<Path, String> files) throws IOException {
        Files.createDirectories(options.generated());
        Files.createDirectories(options.output());
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null)) {
            locate(standard);
            TrackingFileManager tracking = new TrackingFileManager(standard);
            List<JavaFileObject> sources = new ArrayList<>();
            for (Map.Entry<Path, String> file : files.entrySet()) {
                if (file.getValue().isEmpty()) {
                    standard.getJavaFileObjects(file.getKey()).forEach(sources::add);
                } else {
                    sources.add(new TextSource(file.getKey(), file.getValue()));
                }
            }
            boolean fine = compiler.getTask(null, tracking, diagnostics, flags(), null, sources)
                    .call();
            List<Diagnosis> errors = Diagnoses.of(diagnostics.getDiagnostics(), !fine);
            return fine ? output(tracking) : Output.failed(errors);
        }
    }

    private void locate(StandardJavaFileManager files) throws IOException {
        List<Path> classPath = new ArrayList<>();
        classPath.add(options.output());
        classPath.addAll(options.classPath());
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(options.output()));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(options.generated()));
        if (!options.processorPath().isEmpty()) {
            files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, options.processorPath());
        }
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(options.options());
        flags.addAll(List.of("-implicit:none", "-Xmaxerrs", MOST_ERRORS));
        if (options.processorPath().isEmpty()) {
            flags.add("-proc:none");
        }
        return flags;
    }

    private static Output output(TrackingFileManager files) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<Path, Set<String>> bySource = new LinkedHashMap<>();
        for (TrackingFileManager.Output found : files.classes().values()) {
            String internal = found.binaryName().replace('.', '/');
            classes.put(internal, found.bytes());
            if (found.source() != null) {
                Path origin = files.generatedFrom().getOrDefault(found.source(), found.source());
                bySource.computeIfAbsent(origin, file -> new TreeSet<>()).add(internal);
            }
        }
        return new Output(classes, bySource, Map.copyOf(files.generatedFrom()), files.isAggregating(), List.of());
    }
}
