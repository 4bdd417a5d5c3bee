package quintet.dev.internal.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.dev.internal.Digest;
import quintet.dev.internal.child.Training;

/** The command line of child JVMs, and the AOT cache that lets them start sooner. */
final class ChildJvm {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev");
    private static final long TRAINING_MINUTES = 5;
    private static final long END_SECONDS = 5;

    private final ChildOptions options;
    private final Path cache;
    private final Path classes;
    private final AtomicBoolean tried = new AtomicBoolean();
    private volatile @Nullable Process training;
    private volatile boolean stopped;

    ChildJvm(ChildOptions options) throws IOException {
        this.options = options;
        Files.createDirectories(options.work());
        this.cache = options.work().resolve("aot-" + key(options) + ".cache");
        this.classes = options.work().resolve("loaded-classes.txt");
    }

    /** A cache serves exactly one class path and one JVM. */
    private static String key(ChildOptions options) throws IOException {
        Digest digest = new Digest().add(Runtime.version().toString());
        for (Path entry : options.classPath()) {
            digest.add(entry.toString());
            if (Files.isRegularFile(entry)) {
                digest.add(Files.size(entry) + " " + Files.getLastModifiedTime(entry));
            }
        }
        return digest.toString().substring(0, 12);
    }

    /** The command that runs a main class with these arguments. */
    List<String> command(List<String> more, Class<?> main, List<String> arguments) {
        List<String> command = start();
        if (Files.isRegularFile(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(options.jvmOptions());
        command.addAll(more);
        command.addAll(List.of("-cp", join(options.classPath()), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private List<String> start() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dquintet.project=" + options.root()));
    }

    /** Names of the classes that the site was seen to use; a spare child loads them ahead of its need. */
    Path classes() {
        return classes;
    }

    /** Remembers which classes the site uses. */
    void remember(Set<String> names) throws IOException {
        Path fresh = classes.resolveSibling("loaded-classes.new");
        Files.write(fresh, names.stream().sorted().toList());
        Files.move(fresh, classes, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether there should be a cache and is none. The JVM makes them for jars only. */
    boolean needsCache() {
        return !Files.exists(cache)
                && !tried.get()
                && Files.exists(classes)
                && options.classPath().stream().allMatch(Files::isRegularFile);
    }

    /** Makes the cache, in a process of low priority that never opens the site. */
    void train() throws IOException, InterruptedException {
        if (!tried.compareAndSet(false, true)) {
            return;
        }
        Path fresh = cache.resolveSibling(cache.getFileName() + ".new");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "15"));
        }
        command.addAll(start());
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + fresh,
                "-cp",
                join(options.classPath()),
                Training.class.getName(),
                classes.toString()));
        Process process = new ProcessBuilder(command)
                .directory(options.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(options.work().resolve("aot.log").toFile())
                .start();
        training = process;
        if (stopped) {
            // The server ended while this began.
            process.destroyForcibly();
        }
        try {
            boolean ended = process.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES);
            if (ended && process.exitValue() == 0 && Files.isRegularFile(fresh)) {
                removeOthers();
                Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
                LOG.debug("AOT cache written: {}", cache);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(END_SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(fresh);
            // What the JVM notes on its way there.
            Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + ".config"));
        }
    }

    /** Ends the run that makes the cache, if there is one: it has no channel that would tell it that it is alone. */
    void stopTraining() {
        stopped = true;
        tried.set(true);
        Process process = training;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void removeOthers() throws IOException {
        List<Path> old;
        try (var files = Files.list(options.work())) {
            old = files.filter(file -> String.valueOf(file.getFileName()).matches("aot-.*\\.cache"))
                    .toList();
        }
        for (Path file : old) {
            Files.deleteIfExists(file);
        }
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
