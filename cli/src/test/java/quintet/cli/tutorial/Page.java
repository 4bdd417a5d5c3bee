package quintet.cli.tutorial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The steps of a tutorial page: each code block in a language needs a comment above it that says what it is.
 *
 * <pre>
 * {@code <!-- file: PATH -->}   the whole content of a file of the project
 * {@code <!-- shows: PATH -->}  lines that stand in a file of the project
 * {@code <!-- run -->}          commands after "$ ", and lines that must appear in what they print
 * {@code <!-- run fails -->}    the same, for commands that must fail
 * </pre>
 */
record Page(Path file, List<Step> steps) {
    private static final Set<String> FREE = Set.of("", "text");

    /** One block: what its comment says, where it stands, its lines. */
    record Step(String page, int line, String marker, List<String> lines) {
        String where() {
            return page + ":" + line;
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    static Page read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString();
        String marker = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("<!--") && line.endsWith("-->")) {
                marker = line.substring(4, line.length() - 3).strip();
            } else if (line.startsWith("```")) {
                int start = i + 1;
                i = end(lines, start, name);
                if (marker.isEmpty() && !FREE.contains(line.substring(3).strip())) {
                    throw new AssertionError(name + ":" + start + ": this block has no comment that says what it is.");
                }
                if (!marker.isEmpty()) {
                    steps.add(new Step(name, start, marker, lines.subList(start, i)));
                }
                marker = "";
            } else if (!line.isEmpty() && !marker.isEmpty()) {
                throw new AssertionError(name + ":" + (i + 1) + ": a block must follow <!-- " + marker + " -->.");
            }
        }
        return new Page(file, steps);
    }

    private static int end(List<String> lines, int start, String name) {
        for (int i = start; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```")) {
                return i;
            }
        }
        throw new AssertionError(name + ":" + start + ": this block has no end.");
    }
}
