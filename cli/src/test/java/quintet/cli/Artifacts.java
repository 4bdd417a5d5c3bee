package quintet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern ARTIFACT = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>");

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
        Matcher modules = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (modules.find()) {
            Path folder = ROOT.resolve(modules.group(1));
            Matcher artifact = ARTIFACT.matcher(Files.readString(folder.resolve("pom.xml")));
            Path classes = folder.resolve("target").resolve("classes");
            if (artifact.find() && Files.isDirectory(classes)) {
                pom(ours, artifact.group(1), folder.resolve("pom.xml"));
                jar(classes, file(ours, artifact.group(1), "jar"));
            }
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
