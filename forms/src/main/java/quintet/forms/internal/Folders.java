package quintet.forms.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quintet.forms.ChoiceItem;

/** Lists a folder of the server as choices. */
public final class Folders {
    private static final int MAX_DEPTH = 64;

    private Folders() {}

    /** The entries of the folder, sorted; values are whole paths, labels what comes after the folder. */
    public static List<ChoiceItem> choices(
            Path folder, @Nullable Pattern match, boolean recursive, boolean files, boolean folders) {
        List<ChoiceItem> items = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder, recursive ? MAX_DEPTH : 1)) {
            found.filter(path -> !path.equals(folder))
                    .filter(path -> !path.getFileName().toString().equals("__pycache__"))
                    .filter(path -> Files.isDirectory(path) ? folders : files && Files.isRegularFile(path))
                    .filter(path -> match == null
                            || match.matcher(path.getFileName().toString()).find())
                    .sorted()
                    .forEach(path -> items.add(ChoiceItem.of(
                            path.toString(), folder.relativize(path).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " of a file path field cannot be read.", e);
        }
        return items;
    }
}
