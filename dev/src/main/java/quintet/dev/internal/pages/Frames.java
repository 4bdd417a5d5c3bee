package quintet.dev.internal.pages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.trace.UserCode;

/** Stack frames as they are shown: the project's own with their source, those of libraries folded. */
final class Frames {
    private static final int BEFORE = 6;
    private static final int AFTER = 5;
    /** Libraries' frames with source, per fold; reading more of them helps nobody. */
    private static final int MOST_SOURCES = 8;

    private static final int MOST_FRAMES = 300;

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    private final UserCode code;
    private final Sources sources;
    private final Editor editor;
    private final Map<String, Boolean> own = new HashMap<>();

    Frames(UserCode code, Sources sources, Editor editor) {
        this.code = code;
        this.sources = sources;
        this.editor = editor;
    }

    /**
     * A frame.
     *
     * @param type the class
     * @param method the method, as a person would name it
     * @param own whether the project's developer wrote it
     * @param place where its source is; null if it is not known
     * @param file the file's name, for frames without source
     * @param line the line; 0 or less if it is not known
     * @param code the lines around, empty without source
     */
    public record Frame(
            String type,
            String method,
            boolean own,
            @Nullable FilePlace place,
            @Nullable String file,
            int line,
            List<CodeLine> code) {
        /** The class without its package. */
        public String simpleType() {
            return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        }

        /** The class's package. */
        public String packageName() {
            return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
        }

        /** Where it is, in short: {@code Views.java:42}. */
        public String where() {
            return (file == null ? "unknown source" : file) + (line > 0 ? ":" + line : "");
        }
    }

    /** Frames that follow each other: one of the project, or those of libraries in between. */
    public record Group(boolean own, boolean open, List<Frame> frames) {
        /** The packages the frames are in, in short. */
        public String about() {
            return String.join(
                    ", ",
                    frames.stream()
                            .map(frame -> library(frame.packageName()))
                            .distinct()
                            .limit(4)
                            .toList());
        }

        private static String library(String packageName) {
            String[] parts = packageName.split("\\.");
            return parts.length <= 2 ? packageName : parts[0] + "." + parts[1];
        }
    }

    /** The groups of a stack; the first frame of the project is open if asked. */
    List<Group> groups(StackTraceElement[] stack, int inCommon, boolean openFirst) {
        List<Group> groups = new ArrayList<>();
        List<Frame> folded = new ArrayList<>();
        boolean open = openFirst;
        for (StackTraceElement element :
                Arrays.asList(stack).subList(0, Math.min(MOST_FRAMES, stack.length - inCommon))) {
            boolean isOwn = isOwn(element);
            Frame frame = frame(element, isOwn, isOwn || folded.size() < MOST_SOURCES);
            if (!isOwn) {
                folded.add(frame);
                continue;
            }
            fold(groups, folded);
            groups.add(new Group(true, open, List.of(frame)));
            open = false;
        }
        fold(groups, folded);
        return groups;
    }

    private static void fold(List<Group> groups, List<Frame> folded) {
        if (!folded.isEmpty()) {
            groups.add(new Group(false, false, List.copyOf(folded)));
            folded.clear();
        }
    }

    boolean isOwn(StackTraceElement element) {
        return own.computeIfAbsent(element.getClassName(), name -> {
            Class<?> type = code.find(name);
            return type != null && code.isOwn(type);
        });
    }

    Frame frame(StackTraceElement element, boolean isOwn, boolean withSource) {
        Sources.Source source = withSource ? sources.find(element.getClassName(), element.getFileName()) : null;
        return new Frame(
                element.getClassName(),
                method(element),
                isOwn,
                source == null ? null : place(source.shown(), source.path(), element.getLineNumber()),
                element.getFileName(),
                element.getLineNumber(),
                source == null ? List.of() : CodeLine.around(source.lines(), element.getLineNumber(), BEFORE, AFTER));
    }

    /** A place in a file. */
    FilePlace place(String shown, @Nullable Path path, int line) {
        return FilePlace.of(editor, shown, path, line);
    }

    private static String method(StackTraceElement element) {
        String name = element.getMethodName();
        Matcher lambda = LAMBDA.matcher(name);
        if (lambda.matches()) {
            return lambda.group(1).equals("static") ? "lambda" : lambda.group(1) + " (lambda)";
        }
        return switch (name) {
            case "<init>" -> "constructor";
            case "<clinit>" -> "static initialiser";
            default -> name;
        };
    }
}
