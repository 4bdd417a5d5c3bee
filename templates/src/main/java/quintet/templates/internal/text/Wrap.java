package quintet.templates.internal.text;

import java.util.ArrayList;
import java.util.List;
import quintet.templates.EvaluationError;

/** Breaks lines at a width, without breaking words. */
public final class Wrap {
    private static final String SPACE = "\t\n\u000b\f\r ";

    private Wrap() {}

    /** Wraps each line. */
    public static String wrap(String text, int width) {
        List<String> out = new ArrayList<>();
        for (String line : Texts.lines(text)) {
            List<String> wrapped = line(line, width);
            if (wrapped.isEmpty()) {
                out.add(line);
            } else {
                out.addAll(wrapped);
            }
        }
        if (text.endsWith("\n")) {
            out.add("");
        }
        return String.join("\n", out);
    }

    private static List<String> line(String line, int width) {
        if (width <= 0) {
            throw EvaluationError.value("invalid width " + width + " (must be > 0)");
        }
        List<String> chunks = chunks(expandTabs(line));
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < chunks.size()) {
            if (isBlank(chunks.get(at)) && !lines.isEmpty()) {
                at++;
                if (at >= chunks.size()) {
                    break;
                }
            }
            List<String> current = new ArrayList<>();
            int used = 0;
            while (at < chunks.size() && used + Texts.length(chunks.get(at)) <= width) {
                used += Texts.length(chunks.get(at));
                current.add(chunks.get(at++));
            }
            if (at < chunks.size() && current.isEmpty()) {
                current.add(chunks.get(at++));
            }
            if (!current.isEmpty() && isBlank(current.getLast())) {
                current.removeLast();
            }
            if (!current.isEmpty()) {
                lines.add(String.join("", current));
            }
        }
        return lines;
    }

    private static boolean isBlank(String chunk) {
        return Texts.isBlank(chunk);
    }

    private static List<String> chunks(String line) {
        List<String> out = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= line.length(); i++) {
            boolean end = i == line.length()
                    || (SPACE.indexOf(line.charAt(i)) >= 0) != (SPACE.indexOf(line.charAt(i - 1)) >= 0);
            if (end) {
                out.add(line.substring(start, i));
                start = i;
            }
        }
        return out;
    }

    private static String expandTabs(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (int c : line.codePoints().toArray()) {
            if (c == '\t') {
                int spaces = 8 - column % 8;
                out.append(" ".repeat(spaces));
                column += spaces;
            } else {
                out.appendCodePoint(c);
                column++;
            }
        }
        return out.toString();
    }
}
