package quintet.core;

import java.io.PrintWriter;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * Finds and runs the commands of a site: those of Quintet's modules, then those in the apps' {@code commands}
 * packages, where an earlier app wins over a later one and every app over a module. {@link CommandCall} runs one from
 * code.
 */
public final class Commands {
    private static final int USAGE = 2;

    private Commands() {}

    /**
     * A command and where it comes from.
     *
     * @param command the command
     * @param from an app's label, or {@code quintet}
     */
    public record Found(Command command, String from) {
        /** What it does, from picocli's {@code description}; empty when it does not say. */
        public String description() {
            return Commands.description(command);
        }
    }

    /** What a command does, from picocli's {@code description}; empty when it does not say. */
    public static String description(Command command) {
        var described = command.getClass().getAnnotation(CommandLine.Command.class);
        return described == null ? "" : String.join(" ", described.description());
    }

    /** The commands by name, sorted; new objects at each call. */
    public static Map<String, Command> of(Site site) {
        Map<String, Command> commands = new TreeMap<>();
        found(site).forEach((name, found) -> commands.put(name, found.command()));
        return commands;
    }

    /** The commands by name, sorted, with where they come from; new objects at each call. */
    public static Map<String, Found> found(Site site) {
        Map<String, Found> commands = new TreeMap<>();
        ServiceLoader.load(HasCommands.class, site.classLoader())
                .forEach(provider -> provider.commands().forEach(command -> add(commands, command, "quintet")));
        for (App app : site.apps().reversed()) {
            if (app instanceof HasCommands provider) {
                provider.commands().forEach(command -> add(commands, command, app.label()));
            }
            for (Class<?> type : app.classes("commands")) {
                if (Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    add(commands, CommandRun.instance(type.asSubclass(Command.class)), app.label());
                }
            }
        }
        return commands;
    }

    private static void add(Map<String, Found> commands, Command command, String from) {
        commands.put(command.name(), new Found(command, from));
    }

    /** The command of this name; a {@link CommandError} that names the nearest when there is none. */
    static Command find(Site site, String name) {
        Map<String, Command> commands = of(site);
        Command command = commands.get(name);
        if (command == null) {
            throw new CommandError(
                    "Unknown command: '" + name + "'."
                            + Suggestions.nearest(name, commands.keySet())
                                    .map(near -> " Did you mean '" + near + "'?")
                                    .orElse(" help lists the commands."),
                    USAGE);
        }
        return command;
    }

    /**
     * Runs a command inside a site.
     *
     * @param args its name, then options and arguments as on the command line
     * @return the exit code: 0 when it went well, 2 for wrong usage
     */
    public static int call(Site site, PrintWriter out, PrintWriter err, String... args) {
        return call(site, Terminal.of(out, err), Arrays.asList(args));
    }

    /**
     * Runs a command inside a site for a person at a terminal.
     *
     * @param args the command's name, then options and arguments
     * @return the exit code: 0 when it went well, 2 for wrong usage
     */
    public static int call(Site site, Terminal terminal, List<String> args) {
        Command command;
        try {
            command = find(site, args.isEmpty() ? "" : args.getFirst());
        } catch (CommandError e) {
            terminal.err().println(e.getMessage());
            terminal.err().flush();
            return e.exitCode();
        }
        return new CommandRun(site, terminal, command).run(new ArrayList<>(args.subList(1, args.size())));
    }

    /**
     * Runs a command that needs no site: without checks, and where no site is open.
     *
     * @param args options and arguments
     * @return the exit code: 0 when it went well, 2 for wrong usage
     */
    public static int callWithoutSite(Terminal terminal, Command command, List<String> args) {
        return new CommandRun(null, terminal, command).run(args);
    }

    /** All commands of a site below one name, as picocli sees them; for completion and help. */
    public static CommandLine tree(Site site, Terminal terminal) {
        CommandLine root =
                new CommandLine(CommandLine.Model.CommandSpec.create().name(terminal.program()));
        found(site).forEach((name, found) -> {
            CommandLine line = new CommandRun(site, terminal, found.command()).line();
            line.setCommandName(name); // the root's name stands before it
            root.addSubcommand(name, line);
        });
        return root;
    }
}
