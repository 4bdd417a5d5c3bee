package quintet.dev.internal.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import quintet.core.CommandError;
import quintet.dev.internal.OwnJar;

/** Asks Maven what it resolves for a project; the answer is kept until a pom changes. */
public final class Maven {
    private static final long LIMIT_MINUTES = 15;
    private static final int MOST_LINES = 12;

    /** For a short life; the last two keep the JVM from warning of Maven's own libraries. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED"
            + " --sun-misc-unsafe-memory-access=allow";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** By name: they extend classes of Maven, which are not on the class path here. */
    private static final String REPORT = "quintet.dev.internal.maven.MavenReport";

    private static final String PLUGIN = "quintet.dev.internal.maven.CompilerPlugin";

    /** The file in the tools' folder where the answer is kept. */
    public static final String KEPT = "maven.txt";

    private Maven() {}

    /** The kept answer, when no pom changed since; else Maven is asked. */
    public static MavenConfig resolve(Path root, Path work) throws IOException {
        Path file = work.resolve(KEPT);
        MavenConfig kept = MavenConfig.read(file, root);
        return kept == null ? ask(root, work, file) : kept;
    }

    /** Whether the answer that is kept is no longer that of these poms. */
    public static boolean isStale(Path root, Path work) throws IOException {
        return MavenConfig.read(work.resolve(KEPT), root) == null;
    }

    private static MavenConfig ask(Path root, Path work, Path file) throws IOException {
        Files.createDirectories(work);
        Path extension = OwnJar.write(
                work.resolve("maven-report.jar"),
                Map.of(),
                List.of(REPORT, PLUGIN),
                Map.of("META-INF/plexus/components.xml", MavenReport.COMPONENTS));
        Path report = work.resolve("maven-report.txt");
        Path log = work.resolve("maven.log");
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>(command(root));
        command.addAll(List.of(
                "-B",
                "-q",
                "-f",
                root.resolve("pom.xml").toString(),
                "-Dmaven.ext.class.path=" + extension,
                "-D" + MavenReport.FILE + "=" + report,
                "generate-sources"));
        run(root, command, log);
        if (!Files.isRegularFile(report)) {
            throw failed(root, log);
        }
        MavenConfig config = new MavenConfig(Files.readAllLines(report));
        config.write(file, root);
        return config;
    }

    /** How to start Maven: the project's wrapper, else what is on the path. */
    public static List<String> command(Path root) {
        Path wrapper = root.resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
        if (Files.isRegularFile(wrapper)) {
            return WINDOWS || Files.isExecutable(wrapper)
                    ? List.of(wrapper.toString())
                    : List.of("sh", wrapper.toString());
        }
        return List.of(WINDOWS ? "mvn.cmd" : "mvn");
    }

    private static void run(Path root, List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.merge("MAVEN_OPTS", QUICK, (own, quick) -> quick + " " + own);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CommandError("Maven is missing: the project has no " + (WINDOWS ? "mvnw.cmd" : "mvnw")
                    + " and there is no mvn on the path. Install Maven, or copy the wrapper of another project.");
        }
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new CommandError(
                        "Maven did not end within " + LIMIT_MINUTES + " minutes; its output is in " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandError("Stopped while Maven was running.");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static CommandError failed(Path root, Path log) throws IOException {
        List<String> all = new String(Files.readAllBytes(log), Charset.defaultCharset())
                .lines()
                .toList();
        List<String> errors = all.stream()
                .filter(line -> line.startsWith("[ERROR]") && line.length() > "[ERROR] ".length())
                .map(line -> line.substring("[ERROR] ".length()))
                .filter(line -> !line.startsWith("[Help") && !line.startsWith("Re-run") && !line.startsWith("To see"))
                .filter(line -> !line.startsWith("For more information"))
                .limit(MOST_LINES)
                .toList();
        List<String> shown = errors.isEmpty() ? all.subList(Math.max(0, all.size() - MOST_LINES), all.size()) : errors;
        String text = String.join("\n  ", shown);
        boolean network = text.contains("Could not transfer")
                || text.contains("Unknown host")
                || text.contains("offline mode")
                || text.contains("could not be fetched");
        boolean sibling = Files.isRegularFile(root.resolveSibling("pom.xml"))
                && (text.contains("Could not find artifact") || text.contains("Could not resolve dependencies"));
        return new CommandError("Maven could not resolve " + root.resolve("pom.xml") + ":\n  " + text
                + (sibling
                        ? "\nIf what is missing is another module of the same build, put it where Maven finds it: run"
                                + " \"mvn install -DskipTests\" in " + root.getParent() + ", again after it changed."
                        : "")
                + (network
                        ? "\nMaven needs the network once for each dependency: connect, or set a mirror in"
                                + " ~/.m2/settings.xml, then try again."
                        : ""));
    }
}
