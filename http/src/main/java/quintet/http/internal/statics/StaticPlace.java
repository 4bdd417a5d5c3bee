package quintet.http.internal.statics;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One place where static files are. */
public sealed interface StaticPlace {

    /** The file of this (safe) name, or null. */
    @Nullable
    StaticFile find(String name);

    /** The names of all files here. */
    List<String> names() throws IOException;

    /** Where it is, for people. */
    String describe();

    /** A folder; its files are seen below {@code prefix} (empty, or ending with a slash). */
    record Folder(String prefix, Path path) implements StaticPlace {
        @Override
        public @Nullable StaticFile find(String name) {
            if (!name.startsWith(prefix)) return null;
            Path file = path.resolve(name.substring(prefix.length())).normalize();
            return file.startsWith(path) && Files.isRegularFile(file) ? new StaticFile.OnDisk(name, file) : null;
        }

        @Override
        public List<String> names() throws IOException {
            if (!Files.isDirectory(path)) return List.of();
            try (Stream<Path> files = Files.walk(path)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> prefix + path.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .toList();
            }
        }

        @Override
        public String describe() {
            return path.toString();
        }
    }

    /** A folder of the class path such as {@code polls/static/}, in folders of classes and in jars. */
    record ClassPath(ClassLoader loader, String folder) implements StaticPlace {
        @Override
        public @Nullable StaticFile find(String name) {
            URL url = loader.getResource(folder + name);
            return url == null ? null : file(name, url);
        }

        @Override
        public List<String> names() throws IOException {
            List<String> names = new ArrayList<>();
            for (URL url : Collections.list(loader.getResources(folder))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    names.addAll(inJar(jar));
                } else if (url.getProtocol().equals("file")) {
                    names.addAll(new Folder("", toPath(url)).names());
                }
            }
            return names;
        }

        private List<String> inJar(JarURLConnection connection) throws IOException {
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(JarEntry::getName)
                        .filter(entry -> entry.startsWith(folder) && !entry.endsWith("/"))
                        .map(entry -> entry.substring(folder.length()))
                        .sorted()
                        .toList();
            }
        }

        @Override
        public String describe() {
            return folder + " (class path)";
        }
    }

    /** The file behind a resource URL, or null for a folder. */
    static @Nullable StaticFile file(String name, URL url) {
        if (!url.getProtocol().equals("file")) {
            return url.getPath().endsWith("/") ? null : new StaticFile.InJar(name, url);
        }
        Path path = toPath(url);
        return Files.isRegularFile(path) ? new StaticFile.OnDisk(name, path) : null;
    }

    private static Path toPath(URL url) {
        try {
            return Path.of(new URI(url.toString()));
        } catch (URISyntaxException x) {
            throw new IllegalStateException("The class path has a malformed entry: " + url, x);
        }
    }
}
