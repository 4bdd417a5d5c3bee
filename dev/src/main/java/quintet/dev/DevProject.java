package quintet.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.CommandError;
import quintet.dev.internal.compile.CompileResult;
import quintet.dev.internal.compile.CompilerOptions;
import quintet.dev.internal.compile.IncrementalCompiler;
import quintet.dev.internal.compile.PartialCompiler;
import quintet.dev.internal.maven.Maven;
import quintet.dev.internal.maven.MavenConfig;

/**
 * A project's folder: its sources, what Maven resolved for it, and a compiler that compiles what changed. All that is
 * written goes to {@code target/quintet-dev}, never to the {@code target/classes} of Maven and IDEs. Class path, processor
 * path and flags of javac come from Maven; they are kept until a pom changes, so that Maven runs once and not for each command.
 *
 * <p>Not thread-safe. Several processes may compile one project: they take turns.
 */
public final class DevProject {
    /** What a source file that declares models or choices holds. */
    private static final Pattern MODEL =
            Pattern.compile("\\bManager\\s*<|\\bextends\\s+(Keyed)?Model\\b|\\benum\\s+\\w");

    private static final String PROJECT = "quintet.http.Project";

    private final Path root;
    private MavenConfig config;
    private @Nullable IncrementalCompiler main;
    private @Nullable PartialCompiler partial;

    private DevProject(Path root, MavenConfig config) {
        this.root = root;
        this.config = config;
    }

    /**
     * Reads a project; asks Maven when it was not asked since a pom changed.
     *
     * @param folder the folder with {@code pom.xml}, or one below it
     * @throws CommandError with a sentence: no pom above the folder, Maven missing or failing, the folder not writable
     */
    public static DevProject open(Path folder) {
        Path root = rootAbove(folder.toAbsolutePath().normalize());
        MavenConfig config = resolve(root);
        if (!config.modules().isEmpty()) {
            throw new CommandError("The pom.xml in " + root
                    + " only joins modules. Run this in the folder of the site's module, one of: "
                    + String.join(", ", config.modules()) + ".");
        }
        return new DevProject(root, config);
    }

    /** Whether opening this project will run Maven, which takes seconds: a caller may say so first. */
    public static boolean needsMaven(Path folder) {
        Path root = rootAbove(folder.toAbsolutePath().normalize());
        try {
            return Maven.isStale(root, work(root));
        } catch (IOException e) {
            return true;
        }
    }

    private static Path rootAbove(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new CommandError("There is no pom.xml in " + folder
                + " or above it. Run this inside a project, or make one: quintet startproject mysite");
    }

    private static MavenConfig resolve(Path root) {
        try {
            return Maven.resolve(root, work(root));
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    private static CommandError unwritable(Path root, IOException e) {
        return new CommandError("The build folder " + work(root) + " cannot be written: " + e
                + ". Make it writable (chmod -R u+w target), or delete it.");
    }

    private static Path work(Path root) {
        return root.resolve("target").resolve("quintet-dev");
    }

    /** Asks Maven again if a pom changed; the next compilation then compiles everything. True when something changed. */
    public boolean refresh() {
        MavenConfig fresh = resolve(root);
        if (fresh.equals(config)) {
            return false;
        }
        config = fresh;
        main = null;
        return true;
    }

    /** The folder with {@code pom.xml}. */
    public Path root() {
        return root;
    }

    /** The artifact's name in the pom. */
    public String name() {
        return config.name();
    }

    /** The project's pom, and those of its parents that are in folders. */
    public List<Path> poms() {
        return config.poms();
    }

    /** Folders of sources, those of Maven's code generators included. */
    public List<Path> sourceRoots() {
        return config.sources();
    }

    /** Folders of test sources. */
    public List<Path> testSourceRoots() {
        return config.testSources();
    }

    /** Folders of resources, usually {@code src/main/resources} alone. */
    public List<Path> resources() {
        return config.resources();
    }

    /** Folders of resources in which a Maven build replaces placeholders; here files are taken as they stand. */
    public List<Path> filteredResources() {
        return config.filteredResources();
    }

    /** Folders of resources of tests. */
    public List<Path> testResources() {
        return config.testResources();
    }

    /** Jars the site runs with; its own classes and resources are not among them. */
    public List<Path> classPath() {
        return config.runtimePath();
    }

    /** Jars the tests run with; the project's own classes and resources are not among them. */
    public List<Path> testClassPath() {
        return config.testPath();
    }

    /** Jars with annotation processors. */
    public List<Path> processorPath() {
        return config.processorPath();
    }

    /** Flags of javac as the pom sets them; what only checks the code, such as {@code -Werror}, is left out. */
    public List<String> javacOptions() {
        return config.options();
    }

    /** Where {@link #compile()} puts class files: {@code target/quintet-dev/classes}. */
    public Path output() {
        return work().resolve("classes");
    }

    /** Where {@link #compileTests()} puts class files: {@code target/quintet-dev/test-classes}. */
    public Path testOutput() {
        return work().resolve("test-classes");
    }

    /** The folder for all that the tools write: {@code target/quintet-dev}. */
    public Path work() {
        return work(root);
    }

    /** Compiles what changed since the last time, in this process or an earlier one; nothing when nothing changed. */
    public Compilation compile() {
        try {
            return compilation(main().compile(), output());
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /**
     * Like {@link #compile()}; but when there are errors, everything that they allow is compiled into another folder:
     * methods with an error throw it when they are called. So {@code migrate} works while a view is broken. The errors are
     * in the result; its folder is to be run with.
     */
    public Compilation compileWhatCompiles() {
        Compilation whole = compile();
        if (whole.succeeded()) {
            return whole;
        }
        try {
            Path folder = work().resolve("partial-classes");
            PartialCompiler compiler =
                    new PartialCompiler(mainOptions(folder, work().resolve("partial-generated")), output());
            boolean usable = compiler.compile();
            partial = usable ? compiler : null;
            return new Compilation(
                    whole.compiled(),
                    whole.errors(),
                    usable ? folder : output(),
                    usable ? brokenModels(compiler.maimed()) : wrongFiles(whole.errors()));
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /** Compiles what changed in the tests, against the classes of the last {@link #compile()}. */
    public Compilation compileTests() {
        try {
            List<Path> path = new ArrayList<>(List.of(output()));
            path.addAll(config.testPath());
            // A new one each time: its key holds what the tests can see of the main classes.
            IncrementalCompiler tests = new IncrementalCompiler(new CompilerOptions(
                    testSourceRoots(),
                    path,
                    processorPath(),
                    javacOptions(),
                    testOutput(),
                    work().resolve("test-generated")));
            return compilation(tests.compile(), testOutput());
        } catch (IOException e) {
            throw unwritable(root, e);
        }
    }

    /**
     * Binary name of the class that extends {@code Project}: what the pom's property {@code quintet.project} says, else the
     * only one among the compiled classes.
     *
     * @throws CommandError when there is none or several, with what to write
     */
    public String projectClass() {
        String named = config.projectClass();
        if (named != null) {
            return named;
        }
        List<String> found;
        try {
            found = main().classesBelow(PROJECT);
            if (found.isEmpty() && partial != null) {
                found = partial.classesBelow(PROJECT);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new CommandError(
                found.isEmpty()
                        ? "No class of " + root
                                + " extends quintet.http.Project. Write one with the site's settings and routes."
                        : "Several classes extend Project: " + String.join(", ", found) + ". Name one in pom.xml:"
                                + " <properties><quintet.project>" + found.getFirst()
                                + "</quintet.project></properties>");
    }

    CompileResult compileMain() throws IOException {
        return main().compile();
    }

    void warmUp() throws IOException {
        IncrementalCompiler compiler = main;
        if (compiler != null) {
            compiler.warmUp();
        }
    }

    private IncrementalCompiler main() throws IOException {
        if (main == null) {
            main = new IncrementalCompiler(mainOptions(output(), work().resolve("generated")));
        }
        return main;
    }

    private CompilerOptions mainOptions(Path output, Path generated) {
        return new CompilerOptions(
                sourceRoots(), config.compilePath(), processorPath(), javacOptions(), output, generated);
    }

    private static Compilation compilation(CompileResult result, Path output) {
        return new Compilation(result.compiled(), result.errors(), output, List.of());
    }

    private List<Path> wrongFiles(List<Diagnosis> errors) {
        return errors.stream()
                .map(Diagnosis::file)
                .filter(Objects::nonNull)
                .distinct()
                .map(file -> file.startsWith(root) ? root.relativize(file) : file)
                .toList();
    }

    /** Enums count too: they are the choices of fields. */
    private List<Path> brokenModels(Map<Path, String> maimed) {
        return maimed.entrySet().stream()
                .filter(file -> MODEL.matcher(file.getValue()).find())
                .map(file -> root.relativize(file.getKey()))
                .toList();
    }
}
