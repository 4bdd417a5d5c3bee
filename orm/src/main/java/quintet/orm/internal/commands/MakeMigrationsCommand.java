package quintet.orm.internal.commands;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quintet.core.Command;
import quintet.core.CommandError;
import quintet.orm.Database;
import quintet.orm.MigrationQuestions;
import quintet.orm.Migrations;
import quintet.orm.ModelHistory;
import quintet.orm.internal.migrations.FlagQuestions;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.TerminalQuestions;

/** {@code makemigrations}: writes the migrations that the models need. */
@CommandLine.Command(description = "Writes the migrations that bring the database up to the models.")
public final class MakeMigrationsCommand extends Command {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "labels of the apps; all unless given")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--dry-run", description = "shows what would be made and writes nothing")
    private boolean dryRun;

    @Option(names = "--merge", description = "joins several last migrations of an app")
    private boolean merge;

    @Option(names = "--empty", description = "makes a migration without operations")
    private boolean empty;

    @Option(names = "--update", description = "adds the changes to the app's last migration, which must not be applied")
    private boolean update;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "asks nothing")
    private boolean noInput;

    @Option(
            names = {"-n", "--name"},
            description = "a name for the migrations")
    private String name = "";

    @Option(names = "--no-header", description = "leaves out the comment that says what made the file")
    private boolean noHeader;

    @Option(names = "--scriptable", description = "prints nothing but the files written")
    private boolean scriptable;

    @Option(
            names = {"--check"},
            description = "writes nothing; fails when a migration is missing")
    private boolean check;

    @Option(
            names = "--default",
            paramLabel = "MODEL.FIELD=VALUE",
            description = "the value existing rows get in a new or no longer nullable field; repeatable")
    private Map<String, String> defaults = new LinkedHashMap<>();

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "says that model.old is now new, or App.Old is now New; repeatable")
    private Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--no-rename", description = "says that nothing was renamed")
    private boolean noRename;

    @Override
    protected void handle() {
        try {
            run(Migrations.of(site()));
        } catch (MigrationException | IllegalArgumentException e) {
            // The latter: an app that is not there.
            throw new CommandError(String.valueOf(e.getMessage()));
        }
    }

    private void run(Migrations migrations) {
        if (!name.isEmpty() && !name.matches("\\w+")) {
            throw new CommandError(
                    "The name '" + name + "' cannot be part of a class name; use letters, digits and _.");
        }
        List<ModelHistory.Planned> planned = planned(migrations);
        if (update) {
            planned = planned.stream().map(each -> updated(migrations, each)).toList();
        }
        if (planned.isEmpty() && merge) {
            report("No conflicts detected to merge.");
            return;
        }
        if (planned.isEmpty()) {
            report(
                    apps.isEmpty()
                            ? "No changes detected"
                            : "No changes detected in app" + (apps.size() > 1 ? "s" : "") + " '"
                                    + String.join("', '", apps) + "'");
            return;
        }
        Map<String, List<ModelHistory.Planned>> byApp = new TreeMap<>();
        planned.forEach(
                p -> byApp.computeIfAbsent(p.app(), a -> new ArrayList<>()).add(p));
        byApp.forEach((app, list) -> {
            report("Migrations for '" + app + "':");
            list.forEach(p -> write(migrations, p));
        });
        if (check) {
            throw new CommandError("The models have changes that no migration has yet. Run: makemigrations");
        }
    }

    private ModelHistory.Planned updated(Migrations migrations, ModelHistory.Planned planned) {
        return DatabaseChoice.of(Database.DEFAULT).withConnection(connection -> migrations.update(connection, planned));
    }

    private List<ModelHistory.Planned> planned(Migrations migrations) {
        if (merge) {
            apps.forEach(site()::app);
            List<ModelHistory.Planned> joined = new ArrayList<>();
            migrations.conflicts().keySet().stream()
                    .filter(app -> apps.isEmpty() || apps.contains(app))
                    .forEach(app -> joined.add(migrations.merge(app)));
            return joined;
        }
        if (empty) {
            if (apps.isEmpty()) {
                throw new CommandError("You must supply at least one app label when using --empty.");
            }
            return apps.stream().map(app -> migrations.empty(app, name)).toList();
        }
        Set<String> wanted = new LinkedHashSet<>(apps);
        return migrations.changes(wanted, questions(), name);
    }

    @SuppressWarnings("SystemConsoleNull") // null under a provider other than the JDK's; isTerminal is what counts
    private MigrationQuestions questions() {
        FlagQuestions flags = new FlagQuestions(defaults, renames, noRename);
        Console console = System.console();
        boolean terminal = !noInput && console != null && console.isTerminal();
        return terminal ? new TerminalQuestions(flags, console) : flags;
    }

    private void write(Migrations migrations, ModelHistory.Planned planned) {
        report("  " + shown(migrations.path(planned)));
        planned.operations().forEach(o -> report("    " + o.category().symbol() + " " + o.describe()));
        if (dryRun || check) {
            return;
        }
        Path written = migrations.write(planned, !noHeader);
        if (scriptable) {
            out().println(shown(written));
        }
    }

    private Path shown(Path file) {
        return file.startsWith(site().root()) ? site().root().relativize(file) : file;
    }

    /** With {@code --scriptable} normal output carries the files only. */
    private void report(String line) {
        if (verbosity() == 0) {
            return;
        }
        PrintWriter target = scriptable ? err() : out();
        target.println(line);
        target.flush();
    }
}
