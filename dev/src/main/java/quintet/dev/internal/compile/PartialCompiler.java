package quintet.dev.internal.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.dev.Diagnosis;

/**
 * Compiles a project with errors as far as they allow, so that a broken view does not stop a migration. What has an error
 * is cut out of the text the compiler sees, the smallest part first: a method then throws the error when it is called. A
 * file that cannot be mended so is left out, and its classes of the last good compilation stand in for it.
 */
public final class PartialCompiler {
    /** More than that many attempts mean that cutting does not help. */
    private static final int MOST_ROUNDS = 25;

    private final CompilerOptions options;
    private final Path lastGood;
    private final Map<Path, String> texts = new LinkedHashMap<>();
    private final List<ClassShape> shapes = new ArrayList<>();
    private final Set<Path> dropped = new LinkedHashSet<>();
    private final Map<Path, String> maimed = new LinkedHashMap<>();

    /**
     * A compiler into a folder of its own.
     *
     * @param options how; the output folder is emptied first
     * @param lastGood the classes of the last good compilation
     */
    public PartialCompiler(CompilerOptions options, Path lastGood) {
        List<Path> classPath = new ArrayList<>(options.classPath());
        classPath.add(lastGood);
        this.options = new CompilerOptions(
                options.sourceRoots(),
                classPath,
                options.processorPath(),
                options.options(),
                options.output(),
                options.generated());
        this.lastGood = lastGood;
    }

    /** Compiles; true when something usable came of it. */
    public boolean compile() throws IOException {
        for (Path file : BuildState.scan(options.sourceRoots()).keySet()) {
            texts.put(file, Files.readString(file));
        }
        Javac javac = new Javac(options);
        for (int round = 0; round < MOST_ROUNDS && !texts.isEmpty(); round++) {
            OutputFolder.empty(options.output());
            OutputFolder.empty(options.generated());
            Javac.Output output = javac.compile(texts);
            if (output.succeeded()) {
                for (Map.Entry<String, byte[]> type : output.classes().entrySet()) {
                    OutputFolder.write(options.output().resolve(type.getKey() + ".class"), type.getValue());
                }
                output.classes().values().forEach(bytes -> shapes.add(ClassShape.of(bytes)));
                standIn();
                return true;
            }
            cut(output.errors(), round);
        }
        return false;
    }

    /** Binary names of the compiled classes that extend or implement this one (a binary name too) and are not abstract. */
    public List<String> classesBelow(String type) {
        return Heirs.of(shapes, type);
    }

    /** The files that lost more than bodies of methods, with their texts as written: what they declare may not be all there. */
    public Map<Path, String> maimed() {
        return maimed;
    }

    private void cut(List<Diagnosis> errors, int round) {
        Map<Path, List<Diagnosis>> byFile = new LinkedHashMap<>();
        for (Diagnosis error : errors) {
            if (error.isError() && error.file() != null) {
                byFile.computeIfAbsent(error.file(), file -> new ArrayList<>()).add(error);
            }
        }
        boolean changed = false;
        for (Map.Entry<Path, List<Diagnosis>> entry : byFile.entrySet()) {
            String text = texts.get(entry.getKey());
            if (text != null) {
                SourceCutter.Rest rest = round > MOST_ROUNDS / 2
                        ? new SourceCutter.Rest(text, false)
                        : SourceCutter.cut(entry.getKey(), text, entry.getValue());
                boolean nothingCut = rest.text().equals(text);
                if (nothingCut) {
                    texts.remove(entry.getKey());
                    dropped.add(entry.getKey());
                } else {
                    texts.put(entry.getKey(), rest.text());
                }
                if (nothingCut || !rest.isWhole()) {
                    maimed.putIfAbsent(entry.getKey(), text);
                }
                changed = true;
            }
        }
        if (!changed) {
            // Only generated sources are wrong, or the compiler names no file: nothing can be cut.
            texts.clear();
        }
    }

    /** Puts in the classes of files that were left out. */
    private void standIn() throws IOException {
        for (Path file : dropped) {
            for (Path root : options.sourceRoots()) {
                if (file.startsWith(root)) {
                    String stem = root.relativize(file).toString().replaceFirst("\\.java$", "");
                    OutputFolder.copyClasses(lastGood, options.output(), stem);
                }
            }
        }
    }
}
