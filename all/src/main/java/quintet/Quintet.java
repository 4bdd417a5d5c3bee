package quintet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import quintet.core.CommandError;
import quintet.core.Commands;
import quintet.core.ConfigurationException;
import quintet.core.Env;
import quintet.core.Site;
import quintet.core.Terminal;
import quintet.core.Version;
import quintet.http.Project;
import quintet.http.ServedDefinition;
import quintet.http.ServerStartException;
import quintet.internal.Logging;
import quintet.internal.ProjectChoice;
import quintet.internal.RunServerCommand;

/**
 * Runs a project: {@code public static void main(String[] args) { Quintet.run(new Mysite(), args); }}.
 *
 * <p>Without arguments, and with {@code runserver}, it serves the site; {@code help} lists the commands; any other first
 * argument is the name of a command. Answers to Django's {@code manage.py}.
 */
public final class Quintet {
    /** System property with what the user typed to call the program, such as {@code ./manage}; for help texts. */
    public static final String PROGRAM = "quintet.program";

    private static final int USAGE = 2;
    private static final Set<String> HELP = Set.of("--help", "-h");

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
        all[0] = RunServerCommand.NAME;
        System.arraycopy(args, 0, all, 1, args.length);
        run(project, all);
    }

    /** As {@link #run}, but returns the exit code: 0 for well done, 1 for an error, 2 for wrong usage. */
    public static int call(Project project, String... args) {
        return call(project, Terminal.system(System.getProperty(PROGRAM, "")), args);
    }

    /** As {@link #call(Project, String...)}, with output that goes elsewhere. */
    public static int call(Project project, Terminal terminal, String... args) {
        List<String> all = args.length == 0 ? List.of(RunServerCommand.NAME) : Arrays.asList(args);
        try {
            return call(project, terminal, all);
        } catch (ConfigurationException | ServerStartException e) {
            terminal.err().println(e.getMessage());
            if (all.contains("--traceback")) {
                e.printStackTrace(terminal.err());
            }
            return 1;
        } catch (CommandError e) {
            terminal.err().println(e.getMessage());
            return e.exitCode();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static int call(Project project, Terminal terminal, List<String> args) {
        String name = args.getFirst();
        if (name.equals("version") || name.equals("--version")) {
            terminal.out().println(Version.current());
            return 0;
        }
        if (name.startsWith("-") && !HELP.contains(name)) {
            terminal.err()
                    .println("The first argument is the name of a command, not " + name + ". See: "
                            + terminal.commandLine("help"));
            return USAGE;
        }
        try (Site site = open(ProjectChoice.of(project, args), args)) {
            Logging.use(site.settings().debug());
            List<String> line = new ArrayList<>(args);
            if (HELP.contains(name)) {
                line.set(0, "help");
            }
            return Commands.call(site, terminal, line);
        }
    }

    /** What {@code runserver} says of static files is a setting, and settings are read when a site opens. */
    private static Site open(Project project, List<String> args) {
        Boolean staticFiles = args.getFirst().equals(RunServerCommand.NAME) ? RunServerOptions.staticFiles(args) : null;
        return staticFiles == null
                ? Site.open(project)
                : Site.open(new ServedDefinition(project, staticFiles), Env.load(Env.projectRoot(project.getClass())));
    }
}
