package quintet.core;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * Finds and runs the commands of a site: those of Quintet's modules, then those in the apps' {@code commands}
 * packages, where an earlier app wins over a later one and every app over a module. Answers to Django's
 * {@code call_command}.
 */
public final class Commands {
    private Commands() {}

    /** The commands by name, sorted; new objects at each call. */
    public static Map<String, Command> of(Site site) {
        Map<String, Command> commands = new TreeMap<>();
        ServiceLoader.load(HasCommands.class, site.getClass().getClassLoader())
                .forEach(provider -> provider.commands().forEach(command -> commands.put(command.name(), command)));
        for (App app : site.apps().reversed()) {
            if (app instanceof HasCommands provider) {
                provider.commands().forEach(command -> commands.put(command.name(), command));
            }
            for (Class<?> type : app.classes("commands")) {
                if (Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    Command command = create(type.asSubclass(Command.class));
                    commands.put(command.name(), command);
                }
            }
        }
        return commands;
    }

    /**
     * Runs a command inside a site.
     *
     * @param args its name, then options and arguments as on the command line
     * @return the exit code: 0 when it went well, 2 for wrong usage
     */
    public static int call(Site site, PrintWriter out, PrintWriter err, String... args) {
        Map<String, Command> commands = of(site);
        Command command = args.length == 0 ? null : commands.get(args[0]);
        if (command == null) {
            String name = args.length == 0 ? "" : args[0];
            err.println("Unknown command: '" + name + "'."
                    + Suggestions.didYouMean(name, new ArrayList<>(commands.keySet())));
            err.flush();
            return 2;
        }
        command.site(site);
        CommandLine line = new CommandLine(command)
                .setCommandName(command.name())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(Commands::handle);
        String[] rest = List.of(args).subList(1, args.length).toArray(String[]::new);
        return site.call(() -> {
            if (command.requiresChecks() && hasProblems(site, err)) {
                return 1;
            }
            return line.execute(rest);
        });
    }

    private static boolean hasProblems(Site site, PrintWriter err) {
        List<CheckMessage> messages =
                site.check().stream().filter(CheckMessage::isSerious).toList();
        if (!messages.isEmpty()) {
            err.println("The site has " + messages.size() + " problem" + (messages.size() == 1 ? "" : "s") + ":");
            messages.forEach(message -> err.println("  " + message));
            err.flush();
        }
        return !messages.isEmpty();
    }

    private static int handle(Exception error, CommandLine line, CommandLine.ParseResult parsed) throws Exception {
        if (error instanceof CommandError stop) {
            line.getErr().println(stop.getMessage());
            line.getErr().flush();
            return stop.exitCode();
        }
        throw error;
    }

    private static Command create(Class<? extends Command> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new ImproperlyConfigured(type.getName() + " needs a constructor without arguments.", e);
        } catch (InvocationTargetException e) {
            throw new ImproperlyConfigured(type.getName() + "'s constructor failed: " + e.getCause(), e);
        }
    }
}
