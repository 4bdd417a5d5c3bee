package quintet.internal.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads lines from a person at a terminal, with history, completion and statements over several lines. */
final class Repl {
    private static final String HISTORY = ".quintet_history";

    private final Evaluation evaluation;
    private final JShell shell;
    private final Imports imports;

    Repl(Evaluation evaluation, JShell shell, Imports imports) {
        this.evaluation = evaluation;
        this.shell = shell;
        this.imports = imports;
    }

    /** Runs until the person leaves. */
    void run() {
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .appName("quintet")
                    .parser(new Statements(evaluation.analysis()))
                    .completer(new Names(evaluation.analysis()))
                    .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home", "."), HISTORY))
                    .variable(LineReader.SECONDARY_PROMPT_PATTERN, "... ")
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            terminal.handle(Terminal.Signal.INT, signal -> shell.stop());
            while (step(reader, terminal)) {
                terminal.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean step(LineReader reader, Terminal terminal) {
        String line;
        try {
            line = reader.readLine(">>> ").strip();
        } catch (UserInterruptException e) {
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
        switch (line) {
            case "exit", "quit", "exit()", "quit()", "/exit" -> {
                return false;
            }
            case "imports" ->
                imports.statements().forEach(statement -> terminal.writer().println(statement));
            default -> evaluation.run(line, true);
        }
        return true;
    }

    /** Takes another line while a statement is not whole. */
    private static final class Statements extends DefaultParser {
        private final SourceCodeAnalysis analysis;

        Statements(SourceCodeAnalysis analysis) {
            this.analysis = analysis;
            setEscapeChars(null);
            setQuoteChars(new char[0]);
        }

        @Override
        public ParsedLine parse(String line, int cursor, Parser.ParseContext context) {
            if (context == Parser.ParseContext.ACCEPT_LINE
                    && analysis.analyzeCompletion(line).completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                throw new EOFError(-1, -1, "not whole yet");
            }
            return super.parse(line, cursor, context);
        }
    }

    /** Completes names as the compiler knows them. */
    private record Names(SourceCodeAnalysis analysis) implements Completer {
        @Override
        public void complete(LineReader reader, ParsedLine parsed, List<Candidate> candidates) {
            int[] anchor = new int[1];
            String text = parsed.line();
            int wordStart = parsed.cursor() - parsed.wordCursor();
            for (SourceCodeAnalysis.Suggestion each : analysis.completionSuggestions(text, parsed.cursor(), anchor)) {
                if (anchor[0] >= wordStart) {
                    String whole = text.substring(wordStart, anchor[0]) + each.continuation();
                    candidates.add(new Candidate(whole, each.continuation(), null, null, null, null, false));
                }
            }
        }
    }
}
