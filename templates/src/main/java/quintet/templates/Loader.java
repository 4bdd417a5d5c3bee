package quintet.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.load.FolderLoader;
import quintet.templates.internal.load.ResourceLoader;

/** Finds template sources by name. */
public interface Loader {
    /**
     * The places where a template of this name would be, best first.
     *
     * @param name the template's name, such as {@code library/list.html}
     * @return places; empty if the name can never belong to this loader
     */
    List<Origin> origins(String name);

    /**
     * Reads the source of one place.
     *
     * @param origin one of {@link #origins}
     * @return null if nothing is there
     */
    @Nullable
    String read(Origin origin);

    /**
     * The names of all templates here, for tools that check or list them.
     *
     * @return in order; empty if the loader cannot tell
     */
    default List<String> names() {
        return List.of();
    }

    /**
     * Folders, in order. Names never lead out of a folder.
     *
     * @param folders the roots
     * @return a loader
     */
    static Loader folders(Path... folders) {
        return new FolderLoader(Arrays.asList(folders));
    }

    /**
     * Templates kept in memory.
     *
     * @param templates names and sources
     * @return a loader
     */
    static Loader memory(Map<String, String> templates) {
        return new Loader() {
            @Override
            public List<Origin> origins(String name) {
                return List.of(new Origin(name, name));
            }

            @Override
            public @Nullable String read(Origin origin) {
                return templates.get(origin.name());
            }

            @Override
            public List<String> names() {
                return templates.keySet().stream().sorted().toList();
            }
        };
    }

    /**
     * Resources on the class path.
     *
     * @param loader reads them
     * @param prefix the folder, such as {@code library/templates}
     * @return a loader
     */
    static Loader resources(ClassLoader loader, String prefix) {
        return new ResourceLoader(loader, prefix);
    }

    /**
     * Reads a file as UTF-8 if it is there.
     *
     * @param path the file
     * @return null if there is no such file
     */
    static @Nullable String readFile(Path path) {
        try {
            return Files.isRegularFile(path) ? Files.readString(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not read the template " + path
                            + (e instanceof java.nio.charset.CharacterCodingException ? ": it is not UTF-8." : "."),
                    e);
        }
    }
}
