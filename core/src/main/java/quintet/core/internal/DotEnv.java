package quintet.core.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Parses {@code .env} files: {@code NAME=value} lines, optional {@code export}, comments, single quotes (literal) and
 * double quotes (with backslash escapes, may span lines).
 */
public final class DotEnv {
    private final String text;
    private final Consumer<String> problems;
    private int position;
    private int line = 1;

    private DotEnv(String text, Consumer<String> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Returns the variables in file order; a line that cannot be read goes to {@code problems}, without its value. */
    public static Map<String, String> parse(String text, Consumer<String> problems) {
        return new DotEnv(text.startsWith("\uFEFF") ? text.substring(1) : text, problems).file();
    }

    private Map<String, String> file() {
        Map<String, String> values = new LinkedHashMap<>();
        while (position < text.length()) {
            int end = endOfLine(position);
            String content = text.substring(position, end).strip();
            if (content.isEmpty() || content.startsWith("#")) {
                advanceTo(end + 1);
            } else {
                variable(values, end);
            }
        }
        return values;
    }

    private void variable(Map<String, String> values, int end) {
        int equals = text.indexOf('=', position);
        String name = equals < 0 || equals >= end
                ? ""
                : text.substring(position, equals).strip();
        if (name.startsWith("export ")) {
            name = name.substring(7).strip();
        }
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            problems.accept("line " + line + " is not NAME=value.");
            advanceTo(end + 1);
            return;
        }
        int start = equals + 1;
        while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        char quote = start < end ? text.charAt(start) : 0;
        values.put(name, quote == '"' || quote == '\'' ? quoted(start + 1, quote) : plain(start, end));
    }

    private String plain(int start, int end) {
        String value = text.substring(start, end);
        int comment = value.indexOf(" #");
        advanceTo(end + 1);
        return (comment < 0 ? value : value.substring(0, comment)).strip();
    }

    private String quoted(int start, char quote) {
        StringBuilder value = new StringBuilder();
        int at = start;
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            if (c == '\\' && quote == '"' && at < text.length()) {
                char escaped = text.charAt(at++);
                c = switch (escaped) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> escaped;
                };
            }
            value.append(c);
        }
        if (at >= text.length()) {
            problems.accept("line " + line + " opens a quote that is never closed.");
        }
        advanceTo(Math.min(text.length(), endOfLine(Math.min(at, text.length())) + 1));
        return value.toString();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void advanceTo(int target) {
        int stop = Math.min(target, text.length());
        for (int i = position; i < stop; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        position = stop;
    }
}
