package quintet.dev.internal.pages;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.SettingsReport;
import quintet.dev.internal.trace.QueryReport;

/** An error as plain text: for terminals, and to be sent to somebody. */
final class TextReport {
    private TextReport() {}

    static String of(ErrorReport report) {
        StringBuilder out = new StringBuilder();
        out.append(report.title()).append('\n');
        out.append(report.request().method())
                .append(' ')
                .append(oneLine(Shown.fullPath(report.request())))
                .append("\n\n");
        for (Hint hint : report.hints()) {
            hint(out, hint);
        }
        boolean first = true;
        for (ExceptionView exception : report.chain()) {
            out.append(first ? "" : "Caused by: ").append(exception.type());
            out.append(exception.message().isEmpty() ? "" : ": " + exception.message())
                    .append('\n');
            frames(out, exception);
            first = false;
        }
        templates(out, report.templates());
        queries(out, report.queries());
        for (Fact.Group group : report.requestFacts()) {
            if (!group.rows().isEmpty()) {
                out.append('\n').append(group.title()).append(":\n");
                facts(out, group.rows());
            }
        }
        out.append("\nSettings that were changed:\n");
        for (SettingsReport.Entry entry : report.settings()) {
            if (entry.changed()) {
                out.append("  ")
                        .append(entry.group())
                        .append('.')
                        .append(entry.name())
                        .append(" = ");
                out.append(oneLine(Shown.value(entry.value()))).append('\n');
            }
        }
        out.append("\nVersions:\n");
        facts(out, report.versions());
        return printable(out.toString());
    }

    private static void hint(StringBuilder out, Hint hint) {
        out.append(hint.text()).append('\n');
        hint.commands().forEach(command -> out.append("    ").append(command).append('\n'));
        hint.places().forEach(place -> out.append("    ").append(place).append('\n'));
        out.append('\n');
    }

    private static void frames(StringBuilder out, ExceptionView exception) {
        for (Frames.Group group : exception.groups()) {
            for (Frames.Frame frame : group.frames()) {
                out.append(frame.own() ? "  > " : "    ")
                        .append(frame.type())
                        .append('.')
                        .append(frame.method());
                out.append(" (")
                        .append(frame.own() && frame.place() != null ? frame.place() : frame.where())
                        .append(")\n");
                frame.code().stream()
                        .filter(line -> frame.own() && line.marked())
                        .forEach(line -> out.append("        ")
                                .append(line.text().strip())
                                .append('\n'));
            }
        }
        if (exception.inCommon() > 0) {
            out.append("    ... ").append(exception.inCommon()).append(" frames in common\n");
        }
        exception
                .suppressed()
                .forEach(text -> out.append("    Suppressed: ").append(text).append('\n'));
    }

    private static void templates(StringBuilder out, @Nullable TemplateFacts templates) {
        if (templates == null) {
            return;
        }
        for (TemplateFacts.Frame frame : templates.frames()) {
            out.append("\nIn template ")
                    .append(frame.template())
                    .append(" (")
                    .append(frame.place())
                    .append("):\n");
            for (CodeLine line : frame.code()) {
                out.append(line.marked() ? "  > " : "    ")
                        .append(line.number())
                        .append(": ");
                out.append(line.text()).append('\n');
            }
        }
    }

    private static void queries(StringBuilder out, @Nullable QueryReport queries) {
        if (queries == null || queries.rows().isEmpty()) {
            return;
        }
        out.append("\nQueries:\n");
        for (QueryReport.Row row : queries.rows()) {
            out.append("  ")
                    .append(row.query().ms())
                    .append(" ms  ")
                    .append(row.query().sql());
            out.append("  ").append(row.query().parameters()).append('\n');
        }
    }

    private static void facts(StringBuilder out, List<Fact> facts) {
        facts.forEach(fact -> out.append("  ")
                .append(fact.name())
                .append(": ")
                .append(oneLine(fact.value()))
                .append('\n'));
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    /** Without characters that a terminal would obey. */
    static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean obeyed = Character.isISOControl(c) && c != '\n' && c != '\t';
            out.appendCodePoint(obeyed || Character.getType(c) == Character.FORMAT ? 0xFFFD : c);
        });
        return out.toString();
    }

    private static void trace(Throwable thrown, PrintWriter out) {
        try {
            thrown.printStackTrace(out);
        } catch (RuntimeException e) {
            out.println(thrown.getClass().getName());
        }
    }

    /** What is left to say when the page itself failed. */
    static String fallback(@Nullable Throwable error, Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        if (error != null) {
            trace(error, out);
            out.println();
        }
        out.println("The page that was to show this failed too:");
        trace(failure, out);
        return printable(Shown.message(text.toString()));
    }
}
