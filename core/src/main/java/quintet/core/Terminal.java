package quintet.core;

import java.io.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How a program was called, where its output goes, and whether a person is there to answer questions. */
public final class Terminal {
    private final String program;
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable Console console;

    private Terminal(String program, PrintWriter out, PrintWriter err, @Nullable Console console) {
        this.program = program;
        this.out = out;
        this.err = err;
        this.console = console;
    }

    /**
     * This process's standard output and error, and its terminal when it has one.
     *
     * @param program what the user typed to call it, such as {@code ./manage}; for help texts; may be empty
     */
    @SuppressWarnings("SystemConsoleNull") // null under a provider other than the JDK's; isTerminal is what counts
    public static Terminal system(String program) {
        Console found = System.console();
        return new Terminal(
                program,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                found != null && found.isTerminal() ? found : null);
    }

    /** Other writers; nobody is there to answer. */
    public static Terminal of(PrintWriter out, PrintWriter err) {
        return new Terminal("", out, err, null);
    }

    /** Output that is kept: {@code of(new PrintWriter(out), new PrintWriter(err))}. */
    static Terminal capturing(StringWriter out, StringWriter err) {
        return of(new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** What the user typed to call the program; empty when unknown. */
    public String program() {
        return program;
    }

    /** A command as the user would type it: {@code ./manage migrate}. */
    public String commandLine(String command) {
        return program.isEmpty() ? command : program + " " + command;
    }

    /** Where normal output goes. */
    public PrintWriter out() {
        return out;
    }

    /** Where complaints go. */
    public PrintWriter err() {
        return err;
    }

    /** Whether input and output are a terminal, so that questions can be asked. */
    public boolean isInteractive() {
        return console != null;
    }

    /** Whether output should have colours: at a terminal, unless {@code NO_COLOR} is set or {@code TERM} is dumb. */
    public boolean wantsColor() {
        String none = System.getenv("NO_COLOR");
        return console != null && (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * Asks the person at the terminal.
     *
     * @return the answer without blanks around it; null when there is no terminal, or the input ended
     */
    public @Nullable String ask(String question) {
        if (console == null) {
            return null;
        }
        out.flush();
        String line = console.readLine("%s", question);
        return line == null ? null : line.strip();
    }

    /** Asks for something that is not shown while it is typed; null as in {@link #ask}. */
    public @Nullable String askSecret(String question) {
        if (console == null) {
            return null;
        }
        out.flush();
        char[] typed = console.readPassword("%s", question);
        return typed == null ? null : new String(typed);
    }
}
