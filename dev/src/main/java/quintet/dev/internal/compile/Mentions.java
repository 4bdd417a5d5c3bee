package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds the sources that mention a name. Javac copies the value of a constant into the classes that use it, in code and in
 * annotations, and leaves no trace of it in the class file; but who uses a constant writes its name.
 */
final class Mentions {
    private Mentions() {}

    /** Those of these files that have one of these names as a word; those that hide words behind escapes too. */
    static Set<Path> of(Set<String> names, Collection<Path> files) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        if (names.isEmpty()) {
            return found;
        }
        for (Path file : files) {
            if (mentions(file, names)) {
                found.add(file);
            }
        }
        return found;
    }

    private static boolean mentions(Path file, Set<String> names) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException e) {
            // In another encoding: it may.
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
        return text.contains("\\u") || names.stream().anyMatch(name -> has(text, name));
    }

    private static boolean has(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }
}
