package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes and deletes class files. */
final class OutputFolder {
    private OutputFolder() {}

    /** Deletes all below a folder: what an earlier process left would hide deleted sources. */
    static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Writes a file and the folders above it. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
    }

    /** Copies a class, its nested classes and its companion from one folder to another, where they are missing. */
    static void copyClasses(Path from, Path to, String stem) throws IOException {
        Path place = from.resolve(stem + ".class");
        Path folder = place.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        String name = String.valueOf(Path.of(stem).getFileName());
        List<Path> found;
        try (Stream<Path> files = Files.list(folder)) {
            found = files.filter(file -> belongs(String.valueOf(file.getFileName()), name))
                    .toList();
        }
        for (Path file : found) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!Files.exists(target)) {
                write(target, Files.readAllBytes(file));
            }
        }
    }

    private static boolean belongs(String file, String type) {
        return file.equals(type + ".class")
                || file.startsWith(type + "$") && file.endsWith(".class")
                || file.startsWith(type + "_") && file.endsWith(".class");
    }
}
