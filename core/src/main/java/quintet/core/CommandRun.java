package quintet.core;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** One run of a command in a site: its options, its output, the checks before it, and what its errors look like. */
final class CommandRun {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final @Nullable Site site;
    private final Terminal terminal;
    private final Command command;
    private final CommandOptions options = new CommandOptions();
    private @Nullable Exception thrown;

    CommandRun(@Nullable Site site, Terminal terminal, Command command) {
        this.site = site;
        this.terminal = terminal;
        this.command = command;
    }

    Site site() {
        return site == null ? Site.current() : site;
    }

    String name() {
        return command.name();
    }

    Terminal terminal() {
        return terminal;
    }

    CommandOptions options() {
        return options;
    }

    Style style() {
        return options.style(terminal);
    }

    /** What the command threw and is not yet told to the user; for callers from code. */
    Optional<Exception> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** The command as picocli sees it, with the options that all take. */
    CommandLine line() {
        command.join(this);
        CommandLine line = new CommandLine(command, new Factory());
        options.addTo(line.getCommandSpec());
        line.setCommandName(terminal.commandLine(command.name()));
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setUsageHelpAutoWidth(terminal.isInteractive());
        line.setParameterExceptionHandler(this::wrongUsage);
        line.setExecutionExceptionHandler(this::failed);
        line.setExecutionStrategy(this::execute);
        return line;
    }

    int run(List<String> arguments) {
        CommandLine line = line();
        try {
            String[] array = arguments.toArray(String[]::new);
            return site == null ? line.execute(array) : site.call(() -> line.execute(array));
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private int execute(CommandLine.ParseResult parsed) {
        parsed.commandSpec()
                .root()
                .commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(style().isColored() ? Ansi.ON : Ansi.OFF));
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        if (site != null && command.requiresChecks() && !options.skipChecks() && !checksPass(site)) {
            return FAILED;
        }
        if (site != null && command.requiresMigrationsChecks()) {
            site.findService(UnappliedMigrations.class)
                    .flatMap(UnappliedMigrations::notice)
                    .ifPresent(text -> terminal.err().println(style().notice(text)));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private boolean checksPass(Site checked) {
        CheckReport report = CheckReport.before(checked, command.checkTags(), command.checkDatabases());
        if (report.fails(CheckMessage.Level.ERROR)) {
            terminal.err().println(style().error("SystemCheckError: ") + report.text(style(), true));
            terminal.err().println("With --skip-checks the command runs anyway.");
            return false;
        }
        if (!report.messages().isEmpty() && options.verbosity() > 0) {
            terminal.err().println(report.text(style(), true));
        }
        return true;
    }

    private int wrongUsage(CommandLine.ParameterException e, String[] arguments) {
        Throwable cause = CommandOptions.cause(e);
        String name = e.getCommandLine().getCommandName();
        terminal.err().println(style().error(name + ": " + UsageText.of(e, cause)));
        terminal.err().println("See: " + terminal.commandLine("help " + command.name()));
        thrown = e;
        return USAGE;
    }

    private int failed(Exception error, CommandLine line, CommandLine.ParseResult parsed) {
        thrown = error;
        terminal.out().flush();
        if (error instanceof CommandError stop) {
            if (!String.valueOf(stop.getMessage()).isEmpty()) {
                terminal.err().println(style().error(String.valueOf(stop.getMessage())));
            }
            if (options.traceback()) {
                error.printStackTrace(terminal.err());
            }
            return stop.exitCode();
        }
        if (!options.traceback() && isOurs(error)) {
            terminal.err().println(style().error(error.getClass().getSimpleName() + ": " + error.getMessage()));
            terminal.err().println("With --traceback the place is shown.");
        } else {
            error.printStackTrace(terminal.err());
        }
        return FAILED;
    }

    /** Quintet's own exceptions say all that is to be said. */
    private static boolean isOurs(Exception error) {
        return error.getClass().getName().startsWith("quintet.") && error.getMessage() != null;
    }

    /** Makes subcommands part of the run. */
    private final class Factory implements CommandLine.IFactory {
        private final CommandLine.IFactory usual = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            K made = Command.class.isAssignableFrom(type)
                    ? type.cast(instance(type.asSubclass(Command.class)))
                    : usual.create(type);
            if (made instanceof Command sub) {
                sub.join(CommandRun.this);
            }
            return made;
        }
    }

    static Command instance(Class<? extends Command> type) {
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
