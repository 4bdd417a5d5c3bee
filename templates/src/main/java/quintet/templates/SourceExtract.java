package quintet.templates;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a template with the lines around it, for error pages and logs. Answers to Django's template debug
 * information.
 *
 * @param template the template's name or origin
 * @param origin the place the template came from: a path, or {@code classpath:} and a resource
 * @param line line number of the first line of the tag, from 1
 * @param tag the source of the tag or variable itself
 * @param context numbered lines around the place
 */
public record SourceExtract(String template, String origin, int line, String tag, List<Line> context) {
    private static final int AROUND = 3;

    /**
     * One line of the source.
     *
     * @param number from 1
     * @param text without line end
     * @param marked whether the error is on it
     */
    public record Line(int number, String text, boolean marked) {}

    /** Copies the lines. */
    public SourceExtract {
        context = List.copyOf(context);
    }

    /**
     * Cuts an extract.
     *
     * @param origin where the template is from
     * @param source its whole text
     * @param line the line of interest, from 1
     * @param tag the source of the tag
     * @return the extract
     */
    public static SourceExtract of(Origin origin, String source, int line, String tag) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        int start = 0;
        while (start <= source.length() && number < line + AROUND) {
            int end = source.indexOf('\n', start);
            end = end < 0 ? source.length() : end;
            number++;
            if (number >= line - AROUND) {
                lines.add(new Line(number, source.substring(start, end), number == line));
            }
            start = end + 1;
        }
        String name = origin.templateName() == null ? origin.name() : origin.templateName();
        return new SourceExtract(name, origin.name(), line, tag, lines);
    }

    @Override
    public String toString() {
        StringBuilder sb = new StringBuilder("in template ")
                .append(template)
                .append(", line ")
                .append(line);
        for (Line l : context) {
            sb.append('\n').append(l.marked() ? " > " : "   ");
            sb.append(l.number()).append(": ").append(l.text());
        }
        return sb.toString();
    }
}
