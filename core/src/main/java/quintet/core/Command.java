package quintet.core;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A management command: a class in an app's {@code commands} package, found by its place. Its name is the class name
 * in lower case without {@code Command}; options and arguments are fields with picocli's {@code @Option} and
 * {@code @Parameters}; {@code subcommands} of picocli's {@code @Command} may be commands too. It runs inside its site.
 * Answers to Django's {@code BaseCommand}.
 *
 * <pre>{@code
 * @CommandLine.Command(description = "Closes polls whose time is over.")
 * public final class ClosePolls extends Command {
 *     @CommandLine.Parameters(description = "ids of polls") List<Long> ids;
 *
 *     @Override protected void handle() {
 *         out().println(style().success("Closed " + ids.size() + " polls."));
 *     }
 * }
 * }</pre>
 */
public abstract class Command implements Callable<Integer> {
    private @Nullable CommandRun run;

    /** The name on the command line: the class name in lower case, without {@code Command} at its end. */
    public String name() {
        String simple = getClass().getSimpleName();
        String stem = simple.endsWith("Command") ? simple.substring(0, simple.length() - 7) : simple;
        return stem.toLowerCase(Locale.ROOT);
    }

    /** Does the work. Throw {@link CommandError} to end with a sentence instead of a stack trace. */
    protected abstract void handle() throws Exception;

    /** Whether serious check messages keep this command from running. Django's {@code requires_system_checks}. */
    public boolean requiresChecks() {
        return true;
    }

    /** Which checks must pass, by their tags; all by default. Django's {@code requires_system_checks} as a list. */
    public List<String> checkTags() {
        return List.of();
    }

    /**
     * For which databases the checks that need one run before this command; none by default. Django's
     * {@code get_check_kwargs}.
     */
    public List<String> checkDatabases() {
        return List.of();
    }

    /** Whether to warn of migrations that are not applied. Django's {@code requires_migrations_checks}. */
    public boolean requiresMigrationsChecks() {
        return false;
    }

    /** The site the command runs in. */
    protected final Site site() {
        return run == null ? Site.current() : run.site();
    }

    /** Where normal output goes. */
    protected final PrintWriter out() {
        return run().terminal().out();
    }

    /** Where complaints go. */
    protected final PrintWriter err() {
        return run().terminal().err();
    }

    /** The terminal, to ask questions. */
    protected final Terminal terminal() {
        return run().terminal();
    }

    /** Colours for what is printed; plain text where there is no terminal. */
    protected final Style style() {
        return run().style();
    }

    /** How much to print: 0 nothing, 1 the usual, 2 and 3 more. {@code --verbosity}. */
    protected final int verbosity() {
        return run().options().verbosity();
    }

    /** Whether errors shall say where they come from. {@code --traceback}. */
    protected final boolean isTraceback() {
        return run().options().traceback();
    }

    /** Prints a line of the usual output: not with {@code --verbosity 0}. */
    protected final void say(String line) {
        if (verbosity() > 0) {
            out().println(line);
        }
    }

    /**
     * Shows how far long work is: at a terminal, and unless {@code --verbosity 0}.
     *
     * @param what is being done
     * @param total how much there is; 0 when unknown
     */
    protected final Progress progress(String what, long total) {
        return new Progress(err(), verbosity() > 0 && terminal().isInteractive(), what, total);
    }

    private CommandRun run() {
        if (run == null) {
            throw new IllegalStateException("The command " + name() + " must be run through Commands or CommandCall.");
        }
        return run;
    }

    /** Runs {@link #handle()}; for picocli. */
    @Override
    public final Integer call() throws Exception {
        handle();
        out().flush();
        return 0;
    }

    final void join(CommandRun newRun) {
        this.run = newRun;
    }
}
