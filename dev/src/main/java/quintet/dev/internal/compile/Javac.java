package quintet.dev.internal.compile;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
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
    private @Nullable StandardJavaFileManager manager;
    private @Nullable ClassLoader processors;

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
        Hints diagnostics = new Hints(!options.processorPath().isEmpty());
        StandardJavaFileManager standard = files();
        TrackingFileManager tracking = new TrackingFileManager(standard, processors());
        List<JavaFileObject> sources = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (file.getValue().isEmpty()) {
                standard.getJavaFileObjects(file.getKey()).forEach(sources::add);
            } else {
                sources.add(new TextSource(file.getKey(), file.getValue()));
            }
        }
        JavaCompiler.CompilationTask task = compiler.getTask(null, tracking, diagnostics, flags(), null, sources);
        if (task instanceof JavacTask asked) {
            diagnostics.ask(asked);
        }
        boolean fine = task.call();
        List<Diagnosis> errors = Diagnoses.of(diagnostics, !fine, options.generated());
        return fine ? output(tracking) : Output.failed(errors);
    }

    /** Compiles a file to nowhere; processors are not asked, for they write files. */
    void tryOut(Path file) throws IOException {
        List<String> flags = new ArrayList<>(flags());
        flags.add("-proc:none");
        StandardJavaFileManager standard = files();
        compiler.getTask(
                        null,
                        new TrackingFileManager(standard, processors()),
                        new Hints(true),
                        flags,
                        null,
                        standard.getJavaFileObjects(file))
                .call();
    }

    /** One for all compilations: opening the jars of a class path costs more than compiling a class. */
    private StandardJavaFileManager files() throws IOException {
        Files.createDirectories(options.generated());
        Files.createDirectories(options.output());
        StandardJavaFileManager now = manager;
        if (now == null) {
            now = compiler.getStandardFileManager(null, null, null);
            locate(now);
            manager = now;
        }
        return now;
    }

    /** One for all compilations too, so that the JVM need not warm up to the processors each time. */
    private ClassLoader processors() {
        ClassLoader now = processors;
        if (now == null) {
            URL[] urls = options.processorPath().stream().map(Javac::url).toArray(URL[]::new);
            URLClassLoader loading =
                    new URLClassLoader("processors", urls, compiler.getClass().getClassLoader());
            // Javac closes what it can when it is done; this it can not.
            now = new ClassLoader(loading) {};
            processors = now;
        }
        return now;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
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
        int release = flags.indexOf("--release");
        if (release >= 0
                && flags.get(release + 1)
                        .equals(String.valueOf(Runtime.version().feature()))) {
            // What this JVM is anyway; javac would read the signatures of the JDK from a slow place.
            flags.subList(release, release + 2).clear();
        }
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
