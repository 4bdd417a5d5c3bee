package quintet.templates.internal.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.Loader;
import quintet.templates.Origin;

/** Templates on the class path, below a folder. */
public final class ResourceLoader implements Loader {
    private static final String SCHEME = "classpath:";

    private final ClassLoader classes;
    private final String root;

    /** A loader of resources below a folder; empty for all. */
    public ResourceLoader(ClassLoader classes, String prefix) {
        this.classes = classes;
        this.root = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    @Override
    public List<Origin> origins(String name) {
        boolean outside = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || Arrays.asList(name.split("/")).contains("..");
        return outside ? List.of() : List.of(new Origin(SCHEME + root + name, name));
    }

    @Override
    public @Nullable String read(Origin origin) {
        try (InputStream in = classes.getResourceAsStream(origin.name().substring(SCHEME.length()))) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the template " + origin, e);
        }
    }

    @Override
    public List<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL url : classes.resources(root).toList()) {
                if (url.getProtocol().equals("file")) {
                    FolderLoader.list(Path.of(new URI(url.toString())), names);
                } else if (url.openConnection() instanceof JarURLConnection jar) {
                    jar.getJarFile().stream()
                            .filter(entry ->
                                    !entry.isDirectory() && entry.getName().startsWith(root))
                            .forEach(entry -> names.add(entry.getName().substring(root.length())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not list the templates in " + SCHEME + root, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has a folder without a proper name.", e);
        }
        return List.copyOf(names);
    }
}
