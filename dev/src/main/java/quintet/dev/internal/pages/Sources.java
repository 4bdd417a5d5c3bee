package quintet.dev.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.trace.UserCode;

/**
 * Finds the source of classes: in the project, in the folder a library was built in, in a {@code -sources.jar} beside its
 * jar, in the JDK's {@code src.zip}. Made for one page; remembers what it read.
 */
final class Sources {
    private static final List<String> FOLDERS = List.of(
            "src/main/java", "src/test/java", "target/generated-sources/annotations", "target/quintet-dev/generated");
    private static final long LARGEST = 4 << 20;

    private final UserCode code;
    private final Map<String, Optional<Source>> found = new HashMap<>();

    Sources(UserCode code) {
        this.code = code;
    }

    /**
     * A source.
     *
     * @param shown its name for people
     * @param path the file; null if it is within an archive
     * @param lines its text
     */
    record Source(String shown, @Nullable Path path, List<String> lines) {}

    /** The source of the file that a stack frame names; null if it is nowhere. */
    @Nullable
    Source find(String className, @Nullable String file) {
        if (file == null || file.indexOf('/') >= 0 || file.indexOf('\\') >= 0) {
            return null;
        }
        String packageName = className.contains(".") ? className.substring(0, className.lastIndexOf('.')) : "";
        String name = packageName.replace('.', '/') + (packageName.isEmpty() ? "" : "/") + file;
        return found.computeIfAbsent(name, n -> Optional.ofNullable(search(className, n)))
                .orElse(null);
    }

    private @Nullable Source search(String className, String name) {
        try {
            Source own = inFolder(code.root(), name);
            if (own != null) {
                return own;
            }
            Class<?> type = code.find(className);
            if (type == null) {
                return null;
            }
            Path location = code.location(type);
            if (location == null) {
                return ofJdk(type, name);
            }
            return Files.isDirectory(location) ? inFolder(built(location), name) : inSourceJar(location, name);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** The folder of the module whose classes lie in {@code target/classes}. */
    private static @Nullable Path built(Path classes) {
        Path target = classes.getParent();
        return target == null ? null : target.getParent();
    }

    private @Nullable Source inFolder(@Nullable Path module, String name) throws IOException {
        if (module == null) {
            return null;
        }
        for (String folder : FOLDERS) {
            Path file = module.resolve(folder).resolve(name).normalize();
            if (Files.isRegularFile(file) && Files.size(file) < LARGEST) {
                return new Source(shown(file), file, text(Files.readAllBytes(file)));
            }
        }
        return null;
    }

    private String shown(Path file) {
        return file.startsWith(code.root())
                ? code.root().relativize(file).toString().replace('\\', '/')
                : file.toString();
    }

    private static @Nullable Source inSourceJar(Path jar, String name) throws IOException {
        String file = jar.toString();
        return file.endsWith(".jar")
                ? inZip(Path.of(file.substring(0, file.length() - 4) + "-sources.jar"), name)
                : null;
    }

    private static @Nullable Source ofJdk(Class<?> type, String name) throws IOException {
        Path zip = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        return type.getModule().isNamed() ? inZip(zip, type.getModule().getName() + "/" + name) : null;
    }

    private static @Nullable Source inZip(Path archive, String name) throws IOException {
        if (!Files.isRegularFile(archive)) {
            return null;
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || entry.getSize() > LARGEST) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new Source(archive.getFileName() + "!/" + name, null, text(in.readAllBytes()));
            }
        }
    }

    private static List<String> text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
