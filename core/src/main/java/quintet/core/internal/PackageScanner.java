package quintet.core.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lists classes and resources that come from the same folder or jar as a given class. */
public final class PackageScanner {
    private PackageScanner() {}

    /** Classes of {@code anchor}'s package or one below it, uninitialised, by name; local and anonymous ones left out. */
    public static List<Class<?>> classes(Class<?> anchor, String subpackage) {
        String pkg = subpackage.isEmpty() ? anchor.getPackageName() : anchor.getPackageName() + "." + subpackage;
        Set<String> names = new TreeSet<>();
        forEachRoot(anchor, root -> {
            Path folder = root.resolve(pkg.replace('.', '/'));
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                            .forEach(name -> names.add(name.substring(0, name.length() - 6)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            Class<?> found = load(anchor, pkg + "." + name);
            if (!found.isAnonymousClass() && !found.isLocalClass() && !found.isSynthetic()) {
                classes.add(found);
            }
        }
        return classes;
    }

    private static Class<?> load(Class<?> anchor, String name) {
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalStateException(
                    "Class " + name + " cannot be loaded: " + e + ". A clean build may help (./mvnw clean).", e);
        }
    }

    /** Names of files below a folder of the class path, relative to it, in order. */
    public static List<String> resources(Class<?> anchor, String folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try {
            forEachRoot(anchor, root -> {
                Path start = root.resolve(folder);
                if (Files.isDirectory(start)) {
                    try (Stream<Path> files = Files.walk(start)) {
                        files.filter(Files::isRegularFile)
                                .forEach(file -> names.add(
                                        start.relativize(file).toString().replace('\\', '/')));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return List.copyOf(names);
    }

    private static void forEachRoot(Class<?> anchor, Consumer<Path> action) {
        CodeSource source = anchor.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("Cannot tell which folder or jar " + anchor.getName() + " comes from.");
        }
        try {
            Path location = Path.of(source.getLocation().toURI());
            for (Path root : roots(location)) {
                if (Files.isDirectory(root)) {
                    action.accept(root);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(root)) {
                        action.accept(jar.getPath("/"));
                    }
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The location of " + anchor.getName() + " is not a path: " + source, e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the classes beside " + anchor.getName(), e);
        }
    }

    /** Gradle keeps resources in a folder beside the one of classes; both belong to the app. */
    private static Set<Path> roots(Path location) {
        Set<Path> roots = new LinkedHashSet<>();
        roots.add(location);
        if (location.endsWith(Path.of("classes", "java", "main"))) {
            Path resources = location.resolve("../../../resources/main").normalize();
            if (Files.exists(resources)) {
                roots.add(resources);
            }
        }
        return roots;
    }
}
