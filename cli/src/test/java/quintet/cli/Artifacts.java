package quintet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quintet.core.Version;

/**
 * A local Maven repository for one test run: this build's artifacts, and links to what the machine's own repository has of
 * others. So a generated project is tested with what was just compiled, and nothing is installed for everyone.
 */
final class Artifacts {
    private static final Path ROOT =
            Path.of(System.getProperty("quintet.root", "..")).toAbsolutePath().normalize();
    private static final Map<String, String> MODULES = new TreeMap<>(Map.ofEntries(
            Map.entry("core", "quintet-core"),
            Map.entry("fields", "quintet-fields"),
            Map.entry("processor", "quintet-processor"),
            Map.entry("templates", "quintet-templates"),
            Map.entry("orm", "quintet-orm"),
            Map.entry("http", "quintet-http"),
            Map.entry("sessions", "quintet-sessions"),
            Map.entry("forms", "quintet-forms"),
            Map.entry("views", "quintet-views"),
            Map.entry("all", "quintet"),
            Map.entry("dev", "quintet-dev"),
            Map.entry("test", "quintet-test"),
            Map.entry("cli", "quintet-cli")));

    private static Path repository;

    private Artifacts() {}

    /** The repository; made once. */
    static synchronized Path repository() {
        if (repository == null) {
            try {
                repository = make(Path.of("target", "it-m2").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return repository;
    }

    private static Path make(Path target) throws IOException {
        Path machine =
                Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        Files.createDirectories(target.resolve("dev"));
        link(machine, target, "dev");
        link(machine.resolve("dev"), target.resolve("dev"), "quintet");
        Path ours = target.resolve("dev").resolve("quintet");
        pom(ours, "quintet-parent", ROOT.resolve("pom.xml"));
        pom(ours, "quintet-bom", ROOT.resolve("bom").resolve("pom.xml"));
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            Path folder = ROOT.resolve(module.getKey());
            pom(ours, module.getValue(), folder.resolve("pom.xml"));
            jar(folder.resolve("target").resolve("classes"), file(ours, module.getValue(), "jar"));
        }
        return target;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> folders = Files.list(from)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                Path link = to.resolve(folder.getFileName());
                if (!folder.getFileName().toString().equals(except) && !Files.exists(link)) {
                    Files.deleteIfExists(link);
                    Files.createSymbolicLink(link, folder);
                }
            }
        }
    }

    private static Path file(Path ours, String artifact, String kind) {
        String version = Version.current();
        return ours.resolve(artifact).resolve(version).resolve(artifact + "-" + version + "." + kind);
    }

    private static void pom(Path ours, String artifact, Path pom) throws IOException {
        Path file = file(ours, artifact, "pom");
        Files.createDirectories(file.getParent());
        Files.copy(pom, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void jar(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            for (Path file : files) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
    }
}
