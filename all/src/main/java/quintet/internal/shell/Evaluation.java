package quintet.internal.shell;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import quintet.core.Style;
import quintet.core.Suggestions;

/** Runs text as code, piece by piece, and prints values and errors. */
final class Evaluation {
    private static final int FRAMES = 8;
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(?:variable|class|method) (\\w+)|package (\\w+) does not exist");
    private static final Pattern NAME = Pattern.compile("import (?:static )?[\\w.]+\\.(\\w+);");

    private final JShell shell;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Style style;
    private final boolean traceback;
    private final Set<String> names = new LinkedHashSet<>(List.of("print"));

    Evaluation(JShell shell, PrintWriter out, PrintWriter err, Style style, boolean traceback) {
        this.shell = shell;
        this.out = out;
        this.err = err;
        this.style = style;
        this.traceback = traceback;
    }

    /** Imports without a word; one that cannot be is left out. */
    void imports(Collection<String> statements) {
        for (String statement : statements) {
            List<SnippetEvent> events = shell.eval(statement);
            Matcher matcher = NAME.matcher(statement);
            if (matcher.matches() && events.stream().noneMatch(e -> e.status() == Snippet.Status.REJECTED)) {
                names.add(matcher.group(1));
            }
        }
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /**
     * Runs statements and expressions until one fails.
     *
     * @param showValues whether the values of expressions are printed
     * @return whether all went well
     */
    boolean run(String code, boolean showValues) {
        String rest = code;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = analysis().analyzeCompletion(rest);
            String source = info.source();
            boolean whole = source != null && info.completeness().isComplete();
            boolean fine = evaluate(whole ? source : rest, showValues);
            if (!fine) {
                return false;
            }
            rest = whole ? info.remaining() : "";
        }
        return true;
    }

    private boolean evaluate(String source, boolean showValues) {
        boolean fine = true;
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() != null) {
                continue; // an earlier snippet that this one changed
            }
            if (event.status() == Snippet.Status.REJECTED) {
                shell.diagnostics(event.snippet()).forEach(diag -> complain(source, diag));
                fine = false;
            } else if (event.exception() != null) {
                complain(event.exception());
                fine = false;
            } else {
                remember(event.snippet());
                show(event, showValues);
            }
        }
        out.flush();
        err.flush();
        return fine;
    }

    private void remember(Snippet snippet) {
        if (snippet instanceof jdk.jshell.DeclarationSnippet declared) {
            names.add(declared.name());
        }
    }

    private void show(SnippetEvent event, boolean showValues) {
        Snippet.SubKind subKind = event.snippet().subKind();
        // JShell keeps the value of an expression in a variable of its own ($1), unless it is one that has a name.
        boolean hasValue = event.snippet().kind() == Snippet.Kind.EXPRESSION
                || subKind == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || subKind == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
        if (showValues && hasValue && event.value() != null && !event.value().isEmpty() && !isVoid(event)) {
            out.println(event.value());
        }
    }

    private static boolean isVoid(SnippetEvent event) {
        return event.snippet() instanceof jdk.jshell.ExpressionSnippet expression
                && expression.typeName().equals("void");
    }

    private void complain(String source, Diag diag) {
        String message = diag.getMessage(Locale.ENGLISH);
        Matcher symbol = SYMBOL.matcher(message);
        String hint = symbol.find()
                ? Suggestions.nearest(symbol.group(1) == null ? symbol.group(2) : symbol.group(1), names)
                        .map(near -> "\n  Did you mean '" + near + "'?")
                        .orElse("")
                : "";
        err.println(style.error("error: ") + message.strip() + hint);
        int start = (int) diag.getStartPosition();
        if (start >= 0 && start <= source.length()) {
            int lineStart = source.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
            int lineEnd = source.indexOf('\n', start);
            err.println("    " + source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd));
            err.println("    " + " ".repeat(Math.max(0, start - lineStart)) + "^");
        }
    }

    private void complain(JShellException error) {
        if (!(error instanceof EvalException thrown)) {
            err.println(style.error(String.valueOf(error.getMessage())));
            return;
        }
        String type = thrown.getExceptionClassName();
        err.println(style.error(type.substring(type.lastIndexOf('.') + 1))
                + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()));
        int shown = 0;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            boolean own = frame.getClassName().startsWith("REPL.")
                    || frame.getClassName().isEmpty();
            if (traceback || (!own && shown < FRAMES && !isPlumbing(frame))) {
                err.println("    at " + frame);
                shown++;
            }
        }
    }

    private static boolean isPlumbing(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("java.") || name.startsWith("jdk.") || name.contains(".internal.");
    }
}
