package quintet.dev.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Small jars with a few of the development server's own classes, for a JVM or for Maven to load. */
public final class OwnJar {
    private OwnJar() {}

    /**
     * Writes a jar anew: a development server of another version may have left one.
     *
     * @param jar where
     * @param attributes what its manifest says
     * @param classes names of the classes in it; names, since some extend what only Maven has
     * @param texts further entries with their content
     */
    public static Path write(Path jar, Map<String, String> attributes, List<String> classes, Map<String, String> texts)
            throws IOException {
        Path folder = Files.createDirectories(jar.toAbsolutePath().getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        Path fresh = Files.createTempFile(folder, "own", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh), manifest)) {
            for (String type : classes) {
                String name = type.replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                out.write(bytes(name));
                out.closeEntry();
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                out.putNextEntry(new JarEntry(text.getKey()));
                out.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Packs a folder of classes; the entries have no times of their own, so that the same classes give the same jar. */
    public static Path pack(Path classes, Path jar) throws IOException {
        Path folder = Files.createDirectories(jar.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, "own", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                JarEntry entry =
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream bytes = OwnJar.class.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException("The development server's own classes are incomplete: " + name + " is missing.");
            }
            return bytes.readAllBytes();
        }
    }

    /** The jar or folder that a class was loaded from. */
    public static Path placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException(type.getName() + " has no place on the class path.");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The class path has a malformed entry: " + source.getLocation(), e);
        }
    }
}
