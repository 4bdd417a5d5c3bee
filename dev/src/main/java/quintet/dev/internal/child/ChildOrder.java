package quintet.dev.internal.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child is to open.
 *
 * @param projectClass binary name of the class that extends Project
 * @param folders compiled classes and resources of the project itself
 * @param first whether this is the first child of its supervisor: it then tells all that the checks found
 * @param staticFiles whether static files are served
 * @param program what the user typed to run commands, for messages
 */
public record ChildOrder(
        String projectClass, List<Path> folders, boolean first, StaticFilesChoice staticFiles, String program) {
    /** What the command line says of static files. */
    public enum StaticFilesChoice {
        /** As the settings say. */
        SETTINGS,
        /** They are not served: {@code --nostatic}. */
        NONE,
        /** They are served whatever the settings say: {@code --insecure}. */
        ALWAYS
    }

    /** As texts, for the way to the child. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(projectClass, String.valueOf(first), staticFiles.name(), program));
        folders.forEach(folder -> texts.add(folder.toString()));
        return texts;
    }

    /** From texts. */
    public static ChildOrder of(List<String> texts) {
        return new ChildOrder(
                texts.get(0),
                texts.subList(4, texts.size()).stream().map(Path::of).toList(),
                Boolean.parseBoolean(texts.get(1)),
                StaticFilesChoice.valueOf(texts.get(2)),
                texts.get(3));
    }
}
