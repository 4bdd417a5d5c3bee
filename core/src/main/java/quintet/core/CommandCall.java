package quintet.core;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command from code, in the current site, and keeps what it prints. Immutable. Answers to Django's
 * {@code call_command}.
 *
 * <pre>{@code
 * String printed = CommandCall.of("migrate", "polls", "zero").option("verbosity", 0).run().out();
 * CommandCall.of(new ClosePolls(), c -> c.dryRun = true).run();                  // options as fields: typed
 * }</pre>
 *
 * Checks do not run unless {@link #withChecks} asks for them, as with Django.
 */
public final class CommandCall {
    /**
     * What a command did.
     *
     * @param out what it printed
     * @param err what it complained of
     */
    public record Result(String out, String err) {}

    private final String name;
    private final @Nullable Command command;
    private final List<String> arguments;
    private final @Nullable Terminal terminal;
    private final boolean checks;

    private CommandCall(
            String name,
            @Nullable Command command,
            List<String> arguments,
            @Nullable Terminal terminal,
            boolean checks) {
        this.name = name;
        this.command = command;
        this.arguments = List.copyOf(arguments);
        this.terminal = terminal;
        this.checks = checks;
    }

    /** The command of this name, with arguments as on the command line. */
    public static CommandCall of(String name, String... arguments) {
        return new CommandCall(name, null, List.of(arguments), null, false);
    }

    /** A command object whose options and arguments are set as fields. An object runs once. */
    public static <C extends Command> CommandCall of(C command, Consumer<? super C> options) {
        options.accept(command);
        return new CommandCall(command.name(), command, List.of(), null, false);
    }

    /** Adds arguments. */
    public CommandCall arguments(Object... more) {
        List<String> all = new ArrayList<>(arguments);
        for (Object argument : more) {
            all.add(String.valueOf(argument));
        }
        return new CommandCall(name, command, all, terminal, checks);
    }

    /**
     * Adds an option.
     *
     * @param option with or without dashes: {@code dry-run}, {@code dryRun} and {@code --dry-run} are one
     * @param value true for a flag, false for no flag; an option with several values takes a collection
     */
    public CommandCall option(String option, Object value) {
        String flag = option.startsWith("-") ? option : "--" + dashed(option);
        List<String> all = new ArrayList<>(arguments);
        if (value instanceof Boolean set) {
            if (set) {
                all.add(flag);
            }
        } else if (value instanceof Collection<?> values) {
            values.forEach(each -> all.add(flag + "=" + each));
        } else {
            all.add(flag + "=" + value);
        }
        return new CommandCall(name, command, all, terminal, checks);
    }

    private static String dashed(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.replace('_', '-').toCharArray()) {
            text.append(Character.isUpperCase(c) ? "-" + Character.toLowerCase(c) : c);
        }
        return text.toString();
    }

    /** Runs the system checks first. */
    public CommandCall withChecks() {
        return new CommandCall(name, command, arguments, terminal, true);
    }

    /** Sends output there, in place of keeping it. */
    public CommandCall to(PrintWriter out, PrintWriter err) {
        return new CommandCall(name, command, arguments, Terminal.of(out, err), checks);
    }

    /**
     * Runs it in the current site.
     *
     * @throws CommandError when the command does not exist, its arguments are wrong or it fails; other exceptions of the
     *     command come out as they are when they are unchecked, else as the cause of a {@link CommandError}
     */
    public Result run() {
        return run(Site.current());
    }

    /** Runs it in a site; see {@link #run()}. */
    public Result run(Site site) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Command found = command == null ? Commands.find(site, name) : command;
        List<String> all = new ArrayList<>(arguments);
        if (!checks) {
            all.add(0, "--skip-checks");
        }
        CommandRun run = new CommandRun(site, terminal == null ? Terminal.capturing(out, err) : terminal, found);
        int code = run.run(all);
        if (code != 0) {
            throw failure(run, code, err.toString().strip());
        }
        return new Result(out.toString(), err.toString());
    }

    private static RuntimeException failure(CommandRun run, int code, String complaint) {
        Exception thrown = run.thrown().orElse(null);
        if (thrown instanceof RuntimeException unchecked
                && !(thrown instanceof picocli.CommandLine.ParameterException)) {
            return unchecked;
        }
        CommandError error = new CommandError(
                complaint.isEmpty() ? "The command " + run.name() + " failed with code " + code + "." : complaint,
                code);
        if (thrown != null) {
            error.initCause(thrown);
        }
        return error;
    }

    /** The command line. */
    @Override
    public String toString() {
        return name + (arguments.isEmpty() ? "" : " " + String.join(" ", arguments));
    }
}
