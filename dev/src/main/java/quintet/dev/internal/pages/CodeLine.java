package quintet.dev.internal.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of source as it is shown.
 *
 * @param number from 1
 * @param text without line end
 * @param marked whether it is the one meant
 */
public record CodeLine(int number, String text, boolean marked) {
    private static final int LONGEST = 400;
    private static final int MOST = 2_000;

    /** All lines of a text; of a very long one those at its start. */
    public static List<CodeLine> all(String text) {
        List<CodeLine> shown = new ArrayList<>();
        text.lines().limit(MOST).forEach(line -> shown.add(new CodeLine(shown.size() + 1, line, false)));
        return shown;
    }

    /** The lines around one, without indentation that all of them have. */
    static List<CodeLine> around(List<String> lines, int line, int before, int after) {
        int first = Math.max(1, line - before);
        int last = Math.min(lines.size(), line + after);
        if (line < 1 || line > lines.size()) {
            return List.of();
        }
        List<String> part = lines.subList(first - 1, last).stream()
                .map(text -> text.replace("\t", "    "))
                .toList();
        int indent = part.stream()
                .filter(text -> !text.isBlank())
                .mapToInt(text -> text.length() - text.stripLeading().length())
                .min()
                .orElse(0);
        List<CodeLine> shown = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            String text = part.get(i).isBlank() ? "" : part.get(i).substring(indent);
            text = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            shown.add(new CodeLine(first + i, text, first + i == line));
        }
        return shown;
    }
}
