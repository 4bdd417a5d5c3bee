package quintet.templates.internal.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.templates.Loader;
import quintet.templates.Origin;

/** Templates in folders; a name that leads out of its folder belongs to no place. */
public final class FolderLoader implements Loader {
    private final List<Path> roots;

    /** A loader over roots, in order. */
    public FolderLoader(List<Path> roots) {
        this.roots = roots.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    }

    @Override
    public List<Origin> origins(String name) {
        List<Origin> out = new ArrayList<>();
        for (Path root : roots) {
            try {
                Path path = root.resolve(name).normalize();
                if (path.startsWith(root) && !path.equals(root)) {
                    out.add(new Origin(path.toString(), name));
                }
            } catch (InvalidPathException e) {
                // such a name cannot be a file: this folder does not have it
            }
        }
        return out;
    }

    @Override
    public List<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            for (Path root : roots) {
                list(root, names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list the templates in " + roots, e);
        }
        return List.copyOf(names);
    }

    /** Adds the names of all files below a folder, relative to it. */
    static void list(Path root, Set<String> names) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .forEach(file -> names.add(root.relativize(file).toString().replace('\\', '/')));
        }
    }

    @Override
    public @Nullable String read(Origin origin) {
        return Loader.readFile(Path.of(origin.name()));
    }
}
