package quintet.benchmarks.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The templates of the engines, which lie beside the classes. */
final class Files {
    private Files() {}

    /** The text of a file such as {@code django/table.html}. */
    static String read(String name) {
        try (InputStream in = Files.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("There is no template " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies templates into a folder, for engines that compile from one. */
    static void copy(String engine, List<String> names, Path folder) throws IOException {
        java.nio.file.Files.createDirectories(folder);
        for (String name : names) java.nio.file.Files.writeString(folder.resolve(name), read(engine + "/" + name));
    }

    /** The names of the pages and layouts with an ending. */
    static List<String> names(String ending) {
        List<String> all = new ArrayList<>(List.of("layout" + ending, "base" + ending));
        for (Pages page : Pages.values()) all.add(page.file() + ending);
        return all;
    }
}
