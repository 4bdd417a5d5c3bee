package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quintet.core.Html;
import quintet.dev.Diagnosis;

/** The page that shows why the project does not compile or its site does not start. */
final class CompileErrorPage {
    private static final int LINES_AROUND = 4;
    private static final int MOST_ERRORS = 50;

    private static final String END = """
            <p class="note">This page loads again by itself when the code is saved.</p></main></body></html>
            """;

    private CompileErrorPage() {}

    /**
     * Compile errors, each with its place, the lines around it, and what may have been meant.
     *
     * @param root where the paths start
     */
    static String of(List<Diagnosis> diagnoses, Path root) {
        List<Diagnosis> errors =
                diagnoses.stream().filter(Diagnosis::isError).limit(MOST_ERRORS).toList();
        long count = diagnoses.stream().filter(Diagnosis::isError).count();
        StringBuilder html = new StringBuilder(head("The project does not compile"));
        html.append("<p>").append(count).append(count == 1 ? " error" : " errors");
        html.append(". The last good version keeps running in the background.</p>");
        errors.forEach(error -> append(html, error, root));
        if (count > errors.size()) {
            html.append("<p>The other errors are in the terminal.</p>");
        }
        return html.append(END).toString();
    }

    /** Why the site did not start. */
    static String of(String problem) {
        return head("The site does not start") + "<pre tabindex=\"0\">" + escape(problem) + "</pre>" + END;
    }

    private static void append(StringBuilder html, Diagnosis error, Path root) {
        String message = error.message();
        int first = message.indexOf('\n') < 0 ? message.length() : message.indexOf('\n');
        html.append("<section><h2>").append(escape(message.substring(0, first))).append("</h2>");
        Path file = error.file();
        if (file != null) {
            html.append("<p class=\"place\">").append(escape(file.toString()));
            html.append(error.line() > 0 ? ":" + error.line() : "").append("</p>");
        }
        if (first < message.length()) {
            html.append("<pre class=\"more\" tabindex=\"0\">")
                    .append(escape(message.substring(first + 1)))
                    .append("</pre>");
        }
        if (!error.hint().isEmpty()) {
            html.append("<p class=\"hint\">").append(escape(error.hint())).append("</p>");
        }
        if (file != null && error.line() > 0) {
            html.append(extract(root.resolve(file), error));
        }
        html.append("</section>");
    }

    /** The lines around an error as they stand now. */
    private static String extract(Path file, Diagnosis error) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            lines = List.of();
        }
        int at = (int) error.line();
        StringBuilder html = new StringBuilder("<pre class=\"code\" tabindex=\"0\">");
        int last = Math.min(lines.size(), at + LINES_AROUND);
        for (int number = Math.max(1, at - LINES_AROUND); number <= last; number++) {
            String text = escape(number == at ? error.source() : lines.get(number - 1));
            html.append(number == at ? "<mark>" : "")
                    .append("<i>%5d</i>  ".formatted(number))
                    .append(text)
                    .append(number == at ? "</mark>" : "")
                    .append('\n');
            if (number == at && error.column() > 0) {
                html.append(" ".repeat(7 + (int) error.column() - 1)).append("<b>^</b>\n");
            }
        }
        return html.append("</pre>").toString();
    }

    private static String head(String title) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>
                :root { color-scheme: light dark; --line: light-dark(#d9d4cc, #3b3733); --wrong: light-dark(#a3231b, #ff8f80);
                  --quiet: light-dark(#5d574f, #b5aea4); --mark: light-dark(#fbe6e3, #4a2522); --good: light-dark(#1d5f38, #8fd6a9); }
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
                main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem; }
                h1 { font-size: 1.5rem; color: var(--wrong); margin: 0 0 .5rem; }
                h2 { font: 600 1rem/1.5 ui-monospace, monospace; white-space: pre-wrap; margin: 0; }
                section { border-left: 4px solid var(--wrong); padding: .5rem 1rem; margin: 1.5rem 0; }
                .place, .note, i { color: var(--quiet); font-style: normal; }
                .place { margin: .25rem 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
                .hint { color: var(--good); font-weight: 600; }
                pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); margin: .5rem 0; }
                pre.more { border: 0; padding: 0; }
                mark { background: var(--mark); color: inherit; }
                b { color: var(--wrong); }
                </style></head><body><main><h1>%1$s</h1>
                """.formatted(escape(title));
    }

    private static String escape(String text) {
        return Html.escape(text);
    }
}
