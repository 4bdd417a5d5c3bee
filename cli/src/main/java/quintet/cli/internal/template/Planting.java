package quintet.cli.internal.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.core.CommandError;
import quintet.templates.Engine;

/**
 * Writes the files of a {@link Tree}: their names with placeholders replaced, and those that are templates rendered. All is
 * rendered before anything is written, and nothing that exists is overwritten.
 */
public final class Planting {
    private static final String SUFFIX = "-tpl";

    private final Map<String, String> names;
    private final Map<String, String> variables;
    private final Set<String> extensions;
    private final Set<String> fileNames;

    /**
     * Prepares.
     *
     * @param names placeholders in paths and what they become
     * @param variables what templates see
     * @param extensions files with these ends are templates; so are those that end in {@code -tpl}, which goes away
     * @param fileNames files of these names are templates
     */
    public Planting(
            Map<String, String> names, Map<String, String> variables, Set<String> extensions, Set<String> fileNames) {
        this.names = new LinkedHashMap<>(names);
        this.variables = Map.copyOf(variables);
        this.extensions = Set.copyOf(extensions);
        this.fileNames = Set.copyOf(fileNames);
    }

    /**
     * Writes.
     *
     * @return the files, in order
     * @throws CommandError when a file exists already or the folder cannot be written; then nothing was written
     */
    public List<Path> into(Path target, Tree tree) {
        Engine engine = Engine.builder().autoescape(false).build();
        Map<Path, Tree.Entry> planned = new LinkedHashMap<>();
        for (Tree.Entry entry : tree.files()) {
            planned.put(target.resolve(renamed(entry.path())), rendered(engine, entry));
        }
        for (Path file : planned.keySet()) {
            if (Files.exists(file)) {
                throw new CommandError(file + " already exists, and nothing is overwritten. Choose another folder or"
                        + " name, or move the file away. Nothing was written.");
            }
        }
        try {
            for (Map.Entry<Path, Tree.Entry> entry : planned.entrySet()) {
                write(entry.getKey(), entry.getValue());
            }
        } catch (AccessDeniedException e) {
            throw new CommandError(
                    "You may not write to " + e.getFile() + ". Choose another folder, or make this one writable.");
        } catch (IOException e) {
            throw new CommandError("The files cannot be written to " + target + ": " + e);
        }
        return new ArrayList<>(planned.keySet());
    }

    private String renamed(String path) {
        String name = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
        for (Map.Entry<String, String> each : names.entrySet()) {
            name = name.replace(each.getKey(), each.getValue());
        }
        return name;
    }

    private Tree.Entry rendered(Engine engine, Tree.Entry entry) {
        if (!isTemplate(entry.path())) {
            return entry;
        }
        try {
            String source = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(entry.content()))
                    .toString();
            String text = engine.from(source).render(variables);
            return new Tree.Entry(entry.path(), text.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw new CommandError("The template's file " + entry.path() + " is not text in UTF-8.");
        } catch (RuntimeException e) {
            throw new CommandError("The template's file " + entry.path() + " has an error: " + e.getMessage());
        }
    }

    private boolean isTemplate(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(SUFFIX)
                || fileNames.contains(name)
                || extensions.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static void write(Path file, Tree.Entry entry) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, entry.content());
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            if (entry.isScript()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            } else if (file.getFileName().toString().equals(".env")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
    }
}
