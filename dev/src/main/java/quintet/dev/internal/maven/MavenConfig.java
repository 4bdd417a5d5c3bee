package quintet.dev.internal.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.Digest;

/**
 * What Maven resolved for a project, kept in a file under the digest of the poms it was made from.
 *
 * @param lines the report as {@link MavenReport} wrote it
 */
public record MavenConfig(List<String> lines) {
    private static final String FORMAT = "2";

    /** The kept one, or null when there is none, a pom changed since, or a file it names is gone. */
    static @Nullable MavenConfig read(Path file, Path root) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            return null;
        }
        MavenConfig config = new MavenConfig(List.copyOf(lines.subList(1, lines.size())));
        boolean same = lines.getFirst().equals(config.key(root));
        return same && config.artifacts().allMatch(Files::exists) ? config : null;
    }

    /** Keeps it in a file for a project in a folder. */
    public void write(Path file, Path root) throws IOException {
        List<String> all = new ArrayList<>(List.of(key(root)));
        all.addAll(lines);
        Files.write(file, all);
    }

    /** Changes when a pom, a file of {@code .mvn} or the Java changes. */
    String key(Path root) throws IOException {
        Digest digest = new Digest().add(FORMAT).add(Runtime.version().toString());
        Set<Path> files = new LinkedHashSet<>(poms());
        Path settings = root.resolve(".mvn");
        if (Files.isDirectory(settings)) {
            try (Stream<Path> all = Files.list(settings)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        for (Path file : files) {
            digest.add(file.toString());
            if (Files.isRegularFile(file)) {
                digest.add(Files.readAllBytes(file));
            }
        }
        return digest.toString();
    }

    /** The project's pom and those of its parents that are in folders. */
    public List<Path> poms() {
        return paths("pom");
    }

    /** The artifact's name. */
    public String name() {
        return text("name", "site");
    }

    /** The folders of the modules of a pom that has no sources of its own but joins others. */
    public List<String> modules() {
        return text("packaging", "jar").equals("pom") ? texts("module") : List.of();
    }

    /** Folders of resources in which Maven's build replaces placeholders. */
    public List<Path> filteredResources() {
        return paths("filtered");
    }

    /** The class that extends Project as the pom's property {@code quintet.project} says. */
    public @Nullable String projectClass() {
        String name = text("project", "");
        return name.isEmpty() ? null : name;
    }

    /** Folders of sources, generated ones too. */
    public List<Path> sources() {
        return paths("source");
    }

    /** Folders of test sources. */
    public List<Path> testSources() {
        return paths("testSource");
    }

    /** Folders of resources. */
    public List<Path> resources() {
        return paths("resource");
    }

    /** Folders of test resources. */
    public List<Path> testResources() {
        return paths("testResource");
    }

    /** What the sources compile against. */
    public List<Path> compilePath() {
        return dependencies(Set.of("compile", "provided", "system"));
    }

    /** What the site runs with. */
    public List<Path> runtimePath() {
        return dependencies(Set.of("compile", "runtime", "system"));
    }

    /** What tests compile against and run with. */
    public List<Path> testPath() {
        return dependencies(Set.of("compile", "runtime", "provided", "system", "test"));
    }

    /** Where annotation processors are; empty when none run. */
    public List<Path> processorPath() {
        List<Path> own = paths("processor");
        String processing = text("proc", "");
        if (processing.equals("none")) {
            return List.of();
        }
        return own.isEmpty() && processing.equals("full") ? compilePath() : own;
    }

    /** Flags of javac. */
    public List<String> options() {
        return texts("option");
    }

    private Stream<Path> artifacts() {
        return Stream.concat(testPath().stream(), processorPath().stream());
    }

    private List<Path> dependencies(Set<String> scopes) {
        return lines.stream()
                .filter(line -> line.startsWith("dependency.")
                        && scopes.contains(line.substring("dependency.".length(), line.indexOf('\t'))))
                .map(line -> Path.of(line.substring(line.indexOf('\t') + 1)))
                .distinct()
                .toList();
    }

    private List<String> texts(String kind) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.substring(kind.length() + 1))
                .toList();
    }

    private List<Path> paths(String kind) {
        return texts(kind).stream().map(Path::of).distinct().toList();
    }

    private String text(String kind, String otherwise) {
        return texts(kind).stream().findFirst().orElse(otherwise);
    }

    /** Joins paths as Java's command line wants them. */
    public static String join(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }
}
