package quintet.cli.internal.template;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quintet.core.CommandError;

/**
 * The files of a template: Quintet's own, or those of a folder or an archive the user names.
 *
 * @param files the files in order
 */
public record Tree(List<Entry> files) {
    /**
     * A file of a template.
     *
     * @param path below the template, with slashes
     * @param content what is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Entry(String path, byte[] content) {
        /** Whether it is a script, which must be executable. */
        public boolean isScript() {
            return content.length > 2 && content[0] == '#' && content[1] == '!';
        }
    }

    /** One of Quintet's own: {@code project} or {@code app}. Its files are listed in {@code files.txt}. */
    public static Tree builtIn(String name) {
        List<Entry> entries = new ArrayList<>();
        String list = new String(resource(name + "/files.txt"), StandardCharsets.UTF_8);
        for (String line : list.lines().filter(line -> !line.isBlank()).toList()) {
            // "target <- resource" where the two differ: a jar cannot well hold .gitignore and the like.
            String[] parts = line.split(" <- ");
            byte[] content = resource(name + "/" + parts[parts.length - 1].strip());
            String target = parts[0].strip();
            entries.add(new Entry(target, target.endsWith(".cmd") ? forWindows(content) : content));
        }
        return new Tree(entries);
    }

    /** Labels of a batch file are found for certain only where lines end as Windows ends them. */
    private static byte[] forWindows(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) {
        try (InputStream in = Tree.class.getResourceAsStream("/quintet/cli/" + path)) {
            if (in == null) {
                throw new IllegalStateException("Quintet's jar lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the user names: a folder, an archive ({@code .zip}, {@code .tar}, {@code .tar.gz}, {@code .tgz}), or a
     * {@code file:} address of one.
     *
     * @param excludes names of folders to leave out
     */
    public static Tree of(String source, Set<String> excludes) {
        Path path = path(source);
        try {
            List<Entry> all;
            if (Files.isDirectory(path)) {
                all = folder(path);
            } else if (Files.isRegularFile(path)) {
                all = Archive.read(path);
            } else {
                throw new CommandError("The template '" + source + "' is neither a folder nor a file.");
            }
            return new Tree(all.stream()
                    .filter(entry -> Stream.of(entry.path().split("/")).noneMatch(excludes::contains))
                    .toList());
        } catch (IOException e) {
            throw new CommandError("The template '" + source + "' cannot be read: " + e.getMessage());
        }
    }

    private static Path path(String source) {
        if (source.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*") && !source.startsWith("file:")) {
            throw new CommandError("A template is a folder, an archive or a file: address, not '" + source
                    + "'. Download it first, then name the file.");
        }
        try {
            return source.startsWith("file:") ? Path.of(URI.create(source)) : Path.of(source);
        } catch (IllegalArgumentException e) {
            throw new CommandError("The template '" + source + "' is not a path: " + e.getMessage());
        }
    }

    private static List<Entry> folder(Path root) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".git/") && !path.startsWith("target/")) {
                    entries.add(new Entry(path, Files.readAllBytes(file)));
                }
            }
        }
        return entries;
    }
}
