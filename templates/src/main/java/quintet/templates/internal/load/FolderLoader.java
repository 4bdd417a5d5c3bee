package quintet.templates.internal.load;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    public @Nullable String read(Origin origin) {
        return Loader.readFile(Path.of(origin.name()));
    }
}
