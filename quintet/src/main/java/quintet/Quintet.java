package quintet;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Commands;
import quintet.core.ConfigurationException;
import quintet.core.Site;
import quintet.http.Project;
import quintet.http.ServerStartException;
import quintet.internal.Address;
import quintet.internal.Logging;
import quintet.internal.Serving;

/**
 * Runs a project: {@code public static void main(String[] args) { Quintet.run(new Mysite(), args); }}.
 *
 * <p>Without arguments, and with {@code runserver}, it serves the site; {@code help} lists the commands; any other first
 * argument is the name of a command. Answers to Django's {@code manage.py}.
 */
public final class Quintet {
    private static final int USAGE = 2;

    private Quintet() {}

    /** Serves the project or runs one of its commands, then ends the process with the exit code. */
    public static void run(Project project, String... args) {
        System.exit(call(project, args));
    }

    /**
     * Serves the project until Ctrl-C. {@code args} may say where: {@code 8080}, {@code 0.0.0.0:8080}, {@code --port 8080}.
     * Changes of sources need a restart; templates and static files do not in debug mode. Ends the process when the site
     * cannot be served, after one sentence that says why.
     */
    public static void serve(Project project, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = Serving.COMMAND;
        System.arraycopy(args, 0, all, 1, args.length);
        run(project, all);
    }

    /** As {@link #run}, but returns the exit code: 0 for well done, 1 for an error, 2 for wrong usage. */
    public static int call(Project project, String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try {
            return call(project, out, err, args);
        } catch (ConfigurationException | ServerStartException e) {
            err.println(e.getMessage());
            return 1;
        } catch (CommandError e) {
            err.println(e.getMessage());
            return e.exitCode();
        }
    }

    private static int call(Project project, PrintWriter out, PrintWriter err, String... args) {
        String name = args.length == 0 ? Serving.COMMAND : args[0];
        List<String> rest = args.length == 0 ? List.of() : Arrays.asList(args).subList(1, args.length);
        Address address = name.equals(Serving.COMMAND) ? Address.of(rest) : null;
        try (Site site = Site.open(project)) {
            Logging.use(site.settings().debug());
            if (address != null) {
                return Serving.serve(site, address, out, err);
            }
            if (name.equals("help") || name.equals("--help") || name.equals("-h")) {
                list(site, out);
                return 0;
            }
            if (name.startsWith("-")) {
                err.println("The first argument is the name of a command, not " + name + ". See: help");
                return USAGE;
            }
            return Commands.call(site, out, err, args);
        }
    }

    /** Lists the commands, where they come from, and what they do. */
    private static void list(Site site, PrintWriter out) {
        out.println("Commands:");
        out.printf("  %-20s %s%n", Serving.COMMAND, "Serves the site; this is what happens without a command.");
        for (Map.Entry<String, Command> entry : Commands.of(site).entrySet()) {
            var description = entry.getValue().getClass().getAnnotation(picocli.CommandLine.Command.class);
            String text = description == null ? "" : String.join(" ", description.description());
            out.printf("  %-20s %s%n", entry.getKey(), text);
        }
    }
}
