package quintet.core;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A management command: a class in an app's {@code commands} package, found by its place. Its name is the class name
 * in lower case without {@code Command}; options and arguments are fields with picocli's {@code @Option} and
 * {@code @Parameters}. It runs inside its site. Answers to Django's {@code BaseCommand}.
 *
 * <pre>{@code
 * @CommandLine.Command(description = "Closes polls whose time is over.")
 * public final class ClosePolls extends Command {
 *     @CommandLine.Parameters(description = "ids of polls") List<Long> ids;
 *
 *     @Override protected void handle() {
 *         out().println("Closed " + ids.size() + " polls.");
 *     }
 * }
 * }</pre>
 */
public abstract class Command implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Site site;

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

    /** The site the command runs in. */
    protected final Site site() {
        return site == null ? Site.current() : site;
    }

    /** Where normal output goes. */
    protected final PrintWriter out() {
        return line().getOut();
    }

    /** Where complaints go. */
    protected final PrintWriter err() {
        return line().getErr();
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("The command " + name() + " must be run through Commands.call.");
        }
        return spec.commandLine();
    }

    /** Runs {@link #handle()} inside the site; for picocli. */
    @Override
    public final Integer call() throws Exception {
        handle();
        out().flush();
        return 0;
    }

    final void site(Site newSite) {
        this.site = newSite;
    }
}
