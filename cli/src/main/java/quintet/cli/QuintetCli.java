package quintet.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quintet.cli.internal.StartAppCommand;
import quintet.cli.internal.StartProjectCommand;
import quintet.core.Command;
import quintet.core.Commands;
import quintet.core.Suggestions;
import quintet.core.Terminal;
import quintet.core.Version;

/** The command {@code quintet}: makes projects and apps. Answers to {@code django-admin}. */
public final class QuintetCli {
    private static final String PROGRAM = "quintet";
    private static final int USAGE = 2;

    private QuintetCli() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(call(Terminal.system(PROGRAM), args));
    }

    /** Runs a command; the exit code is 0 for well done, 1 for an error, 2 for wrong usage. */
    public static int call(Terminal terminal, String... args) {
        Map<String, Command> commands = new TreeMap<>();
        for (Command command : List.of(new StartProjectCommand(), new StartAppCommand())) {
            commands.put(command.name(), command);
        }
        List<String> line = new ArrayList<>(Arrays.asList(args));
        String name = line.isEmpty() ? "help" : line.getFirst();
        if (name.equals("help") && line.size() > 1) {
            line.set(0, line.remove(1));
            line.add("--help");
            name = line.getFirst();
        }
        try {
            return switch (name) {
                case "help", "-h", "--help" -> help(terminal, commands);
                case "version", "--version" -> {
                    terminal.out().println(Version.current());
                    yield 0;
                }
                default -> run(terminal, commands, name, line);
            };
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private static int help(Terminal terminal, Map<String, Command> commands) {
        terminal.out().println("Usage: quintet COMMAND [OPTIONS]");
        terminal.out().println();
        commands.forEach((name, command) ->
                terminal.out().println("  " + name + " ".repeat(16 - name.length()) + Commands.description(command)));
        terminal.out().println("  version         Prints Quintet's version.");
        terminal.out().println();
        terminal.out()
                .println("Explained in full by: quintet help COMMAND. All others are commands of a project:"
                        + " ./manage help");
        return 0;
    }

    private static int run(Terminal terminal, Map<String, Command> commands, String name, List<String> line) {
        Command command = commands.get(name);
        if (command == null) {
            terminal.err()
                    .println("Unknown command: '" + name + "'."
                            + Suggestions.nearest(name, commands.keySet())
                                    .map(near -> " Did you mean '" + near + "'?")
                                    .orElse(" quintet makes projects; a project's commands are run by its ./manage"));
            return USAGE;
        }
        return Commands.callWithoutSite(terminal, command, line.subList(1, line.size()));
    }
}
