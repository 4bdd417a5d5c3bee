package quintet.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.dev.Compilation;
import quintet.dev.DevProject;

/** {@code test}: compiles the project and its tests and runs them, each with a database of its own. */
@CommandLine.Command(description = "Runs the project's tests.")
public final class TestCommand extends Command {
    /** Seeds that are made up are below this: short enough to be typed again. */
    private static final long MOST_SEED = 10_000_000_000L;

    private final @Nullable DevProject project;

    @Parameters(
            arity = "0..*",
            paramLabel = "LABEL",
            description = "what to run: a package, class or method, such as polls, polls.PollsTest or"
                    + " polls.PollsTest.theIndexAnswers; all unless given")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--failfast", description = "stops after the first failure")
    private boolean failFast;

    @Option(
            names = "--parallel",
            arity = "0..1",
            paramLabel = "N",
            fallbackValue = "0",
            description = "runs test classes at the same time: N of them, as many as there are processors unless given")
    private @Nullable Integer parallel;

    @Option(names = "--keepdb", description = "keeps the test database for the next run; those in memory are made anew")
    private boolean keepDb;

    @Option(names = "--tag", description = "only tests with this @Tag; repeatable")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--exclude-tag", description = "no tests with this @Tag; repeatable")
    private List<String> excludedTags = new ArrayList<>();

    @Option(
            names = "-k",
            paramLabel = "PATTERN",
            description = "only tests whose name has this text, or matches it with *")
    private List<String> patterns = new ArrayList<>();

    @Option(
            names = "--shuffle",
            arity = "0..1",
            paramLabel = "SEED",
            fallbackValue = "-1",
            description = "in random order; the seed that is printed repeats one")
    private @Nullable Long shuffle;

    @Option(
            names = {"-r", "--reverse"},
            description = "from the last test to the first")
    private boolean reverse;

    @Option(
            names = {"-d", "--debug-sql"},
            description = "shows the statements of tests that fail")
    private boolean debugSql;

    @Option(names = "--durations", paramLabel = "N", description = "shows the N slowest tests; 0 for all")
    private @Nullable Integer durations;

    @Option(names = "--timing", description = "shows how long each test took")
    private boolean timing;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "asks nothing; this command never does")
    @SuppressWarnings("unused") // taken so that scripts written for Django work
    private boolean noInput;

    /** Runs the tests of this project; null where only the options are of interest. */
    public TestCommand(@Nullable DevProject project) {
        this.project = project;
    }

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        if (project == null) {
            throw new CommandError("Tests are run by ./manage test, by ./mvnw verify, or in the IDE.");
        }
        Compilation main = project.compile();
        Compilation tests = main.succeeded() ? project.compileTests() : main;
        if (!tests.succeeded()) {
            throw new CommandError(tests.describe() + "\nThe " + (main.succeeded() ? "tests do" : "project does")
                    + " not compile; nothing was run.");
        }
        List<Path> folders = new ArrayList<>(List.of(tests.classes()));
        folders.addAll(existing(project.testResources()));
        folders.add(main.classes());
        folders.addAll(existing(project.resources()));
        try (URLClassLoader loader =
                new URLClassLoader("tests", urls(folders), getClass().getClassLoader())) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            try {
                run(loader, tests.classes());
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(ClassLoader loader, Path testClasses) {
        if (reverse && shuffle != null) {
            throw new CommandError("--reverse and --shuffle are two orders: say one.", 2);
        }
        Long seed = seed();
        TestRun.Options options = new TestRun.Options(
                labels, tags, excludedTags, patterns, failFast, parallel, seed, reverse, keepDb, debugSql);
        TestListener listener = new TestListener(out(), style(), verbosity(), timing, durations);
        TestRun run = new TestRun(options, loader, testClasses);
        long count = run.start(listener);
        if (count == 0 && listener.isSuccess()) {
            throw new CommandError("No tests were found" + (labels.isEmpty() ? " below src/test/java." : "."), 5);
        }
        if (!listener.isSuccess()) {
            throw new CommandError("", 1);
        }
    }

    private @Nullable Long seed() {
        if (shuffle == null) {
            return null;
        }
        long seed = shuffle < 0 ? ThreadLocalRandom.current().nextLong(MOST_SEED) : shuffle;
        say("Using shuffle seed: " + seed + (shuffle < 0 ? " (generated)" : " (given)"));
        return seed;
    }

    private static List<Path> existing(List<Path> folders) {
        return folders.stream().filter(Files::isDirectory).toList();
    }

    private static URL[] urls(List<Path> folders) {
        List<URL> urls = new ArrayList<>();
        try {
            for (Path folder : folders) {
                urls.add(folder.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        return urls.toArray(URL[]::new);
    }
}
