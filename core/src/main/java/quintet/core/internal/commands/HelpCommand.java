package quintet.core.internal.commands;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.core.Commands;
import quintet.core.Suggestions;

/** {@code help}: lists the commands, or explains one. */
@CommandLine.Command(description = "Lists the commands, or explains one.")
public final class HelpCommand extends Command {
    private static final String OURS = "quintet";

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to explain")
    private @Nullable String command;

    @Option(names = "--commands", description = "only the names, one a line")
    private boolean namesOnly;

    @Override
    public boolean requiresChecks() {
        return false;
    }

    @Override
    protected void handle() {
        if (command != null) {
            explain(command);
        } else if (namesOnly) {
            Commands.of(site()).keySet().forEach(out()::println);
        } else {
            list();
        }
    }

    private void explain(String name) {
        CommandLine line = Commands.tree(site(), terminal()).getSubcommands().get(name);
        if (line == null) {
            throw new CommandError(
                    "Unknown command: '" + name + "'."
                            + Suggestions.didYouMean(name, Commands.of(site()).keySet()),
                    2);
        }
        line.setColorScheme(CommandLine.Help.defaultColorScheme(style().isColored() ? Ansi.ON : Ansi.OFF));
        line.usage(out());
    }

    private void list() {
        out().println("Usage: " + terminal().commandLine("COMMAND [OPTIONS]"));
        out().println("Explained in full by: " + terminal().commandLine("help COMMAND"));
        Map<String, Map<String, Commands.Found>> bySource = new LinkedHashMap<>();
        site().apps().reversed().forEach(app -> bySource.put(app.label(), new TreeMap<>()));
        bySource.put(OURS, new TreeMap<>());
        Commands.found(site())
                .forEach((name, found) -> bySource.computeIfAbsent(found.from(), from -> new TreeMap<>())
                        .put(name, found));
        print(OURS, bySource.remove(OURS), out());
        bySource.forEach((app, commands) -> print(app, commands, out()));
    }

    private void print(String source, @Nullable Map<String, Commands.Found> commands, PrintWriter out) {
        if (commands == null || commands.isEmpty()) {
            return;
        }
        out.println();
        out.println(style().heading("[" + source + "]"));
        commands.forEach((name, found) -> out.println(
                "  " + style().label(name) + " ".repeat(Math.max(1, 20 - name.length())) + found.description()));
    }
}
