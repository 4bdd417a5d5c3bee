package quintet.dev.internal.serve;

import java.util.List;
import quintet.dev.Diagnosis;

/** The page that shows why the project does not compile or its site does not start. */
final class CompileErrorPage {
    private CompileErrorPage() {}

    /** Compile errors with their lines. */
    static String of(List<Diagnosis> errors) {
        StringBuilder html = new StringBuilder(head("The project does not compile"));
        for (Diagnosis error : errors) {
            if (error.isError()) {
                html.append("<section><h2>").append(escape(error.message())).append("</h2>");
                if (error.file() != null) {
                    html.append("<p class=\"place\">")
                            .append(escape(error.file().toString()))
                            .append(error.line() > 0 ? ":" + error.line() : "")
                            .append("</p>");
                }
                if (!error.source().isBlank()) {
                    html.append("<pre>")
                            .append(escape(error.source()))
                            .append('\n')
                            .append(" ".repeat((int) Math.max(0, error.column() - 1)))
                            .append("<b>^</b></pre>");
                }
                html.append("</section>");
            }
        }
        return html.append("<p>This page loads again by itself when the code is saved.</p></main></body></html>")
                .toString();
    }

    /** Why the site did not start. */
    static String of(String problem) {
        return head("The site does not start") + "<pre>" + escape(problem)
                + "</pre><p>This page loads again by itself when the code is saved.</p></main></body></html>";
    }

    private static String head(String title) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title>
                <style>
                :root { color-scheme: light dark; --line: light-dark(#d9d4cc, #3b3733); --wrong: light-dark(#a3231b, #ff8f80); }
                body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
                main { max-width: 72rem; margin: 0 auto; padding: 2rem 1rem; }
                h1 { font-size: 1.5rem; color: var(--wrong); }
                h2 { font: 600 1rem/1.5 ui-monospace, monospace; white-space: pre-wrap; margin: 0; }
                section { border-left: 4px solid var(--wrong); padding: .5rem 1rem; margin: 1.5rem 0; }
                .place { margin: .25rem 0; opacity: .75; }
                pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); }
                b { color: var(--wrong); }
                </style></head><body><main><h1>%1$s</h1>
                """.formatted(escape(title));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
