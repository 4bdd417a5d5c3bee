package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import quintet.core.App;
import quintet.core.Site;
import quintet.orm.Migration.Dependency;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.migrations.Autodetector;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.MigrationExecutor;
import quintet.orm.internal.migrations.MigrationGraph;
import quintet.orm.internal.migrations.MigrationLoader;
import quintet.orm.internal.migrations.MigrationRules;
import quintet.orm.internal.migrations.MigrationSql;
import quintet.orm.internal.migrations.ModelStates;
import quintet.orm.internal.migrations.ProjectState;
import quintet.orm.internal.migrations.Squashing;
import quintet.orm.internal.migrations.TableSync;
import quintet.orm.internal.migrations.schema.ConstraintNames;
import quintet.orm.internal.migrations.schema.DatabaseConstraintNames;

/**
 * The migrations of a site: what {@code makemigrations}, {@code migrate}, {@code sqlmigrate} and {@code showmigrations} do, as
 * functions.
 *
 * <pre>{@code
 * Migrations migrations = Migrations.of(site);
 * for (ModelHistory.Planned planned : migrations.changes(Set.of(), MigrationQuestions.refusing())) {
 *     migrations.write(planned, true);
 * }
 * migrations.plan(connection).run();
 * }</pre>
 */
@CheckReturnValue
public final class Migrations {
    private final Site site;
    private final Map<String, List<Migration>> found;

    private final String alias;

    private Migrations(Site site, Map<String, List<Migration>> found, String alias) {
        this.site = site;
        this.found = found;
        this.alias = alias;
    }

    /** The migrations of the site's apps, as they lie in their {@code migrations} packages. */
    public static Migrations of(Site site) {
        return new Migrations(site, MigrationLoader.find(site.apps()), Database.DEFAULT);
    }

    /** The same for another database of the settings: only what routers allow there is changed. */
    public Migrations in(String database) {
        return new Migrations(site, found, database);
    }

    private MigrationLoader loader() {
        return new MigrationLoader(found, Set.of());
    }

    /** Apps with more than one last migration, with the names of these. */
    public Map<String, List<String>> conflicts() {
        Map<String, List<String>> conflicts = new LinkedHashMap<>();
        loader().graph()
                .conflicts()
                .forEach((app, leaves) ->
                        conflicts.put(app, leaves.stream().map(Dependency::name).toList()));
        return conflicts;
    }

    /**
     * The migrations that bring the history up to the models.
     *
     * @param apps labels of the apps wanted; empty for all
     */
    public List<ModelHistory.Planned> changes(Set<String> apps, MigrationQuestions questions) {
        return changes(apps, questions, "");
    }

    /** The same, with a name for the migrations instead of one derived from what they do. */
    public List<ModelHistory.Planned> changes(Set<String> apps, MigrationQuestions questions, String name) {
        apps.forEach(site::app);
        failOnConflicts();
        MigrationLoader loader = loader();
        MigrationGraph graph = loader.graph();
        ProjectState from = loader.state(graph.leaves(null));
        ProjectState to = site.call(() -> ModelStates.of(ModelRegistry.current().allWithSwapped()));
        return site.call(() -> new Autodetector(from, to, questions)
                .changes(graph.leafByApp(), apps, name).values().stream()
                        .flatMap(List::stream)
                        .map(ModelHistory.Planned::of)
                        .toList());
    }

    private void failOnConflicts() {
        Map<String, List<String>> conflicts = conflicts();
        if (!conflicts.isEmpty()) {
            throw new MigrationException("Conflicting migrations: there is more than one last migration in " + conflicts
                    + ". Join them with makemigrations --merge.");
        }
    }

    /** A migration without operations, for code of your own. */
    public ModelHistory.Planned empty(String app, String name) {
        site.app(app);
        return MigrationMaking.empty(loader(), app, name);
    }

    /** A migration that joins several last migrations of an app. */
    public ModelHistory.Planned merge(String app) {
        return MigrationMaking.merge(loader(), app);
    }

    /**
     * A migration that was made of existing ones.
     *
     * @param migration what is to be written
     * @param replaces the migrations it stands for; empty when it is itself
     * @param operationsBefore how many operations there were before they were joined
     */
    public record Squashed(ModelHistory.Planned migration, List<Dependency> replaces, int operationsBefore) {}

    /**
     * One migration that stands for several. Django's {@code squashmigrations}.
     *
     * @param start the first, or the start of its name; empty for the app's first
     * @param end the last, or the start of its name
     * @param ending the new name without number; empty for the usual one
     */
    public Squashed squash(String app, String start, String end, String ending, boolean optimize) {
        requireMigrations(app);
        Squashing squashing = new Squashing(loader(), app);
        List<Dependency> range = squashing.range(start, end);
        int before = squashing.change(range, ending, false).operations().size();
        return new Squashed(ModelHistory.Planned.of(squashing.change(range, ending, optimize)), range, before);
    }

    /** The same migration with operations joined where one does for several. Django's {@code optimizemigration}. */
    public Squashed optimize(String app, String name) {
        requireMigrations(app);
        return MigrationMaking.optimize(loader(), app, name);
    }

    /**
     * The last migration of the app of {@code planned} with the operations of both. Django's {@code makemigrations --update}.
     *
     * @throws MigrationException when it was applied, was squashed, or others depend on it
     */
    public ModelHistory.Planned update(Connection connection, ModelHistory.Planned planned) {
        return MigrationMaking.update(executor(connection).loader(), planned);
    }

    /** The Java source of a migration; with a comment that says what made it and when, if {@code header}. */
    public String source(ModelHistory.Planned planned, boolean header) {
        return new MigrationFiles(site).source(planned, header);
    }

    /** Where a migration's source lies or shall lie. */
    public Path path(ModelHistory.Planned planned) {
        return new MigrationFiles(site).path(planned);
    }

    /** Writes a migration's source; returns the file. */
    public Path write(ModelHistory.Planned planned, boolean header) {
        return new MigrationFiles(site).write(planned, header);
    }

    /** Writes the source of a squashed or optimized migration; returns the file. */
    public Path write(Squashed squashed, boolean header) {
        return new MigrationFiles(site).write(squashed, header);
    }

    private MigrationExecutor executor(Connection connection) {
        MigrationRules rules = MigrationRules.of(site.service(Databases.class).routing(), alias);
        return MigrationPlan.executor(connection, found, rules);
    }

    /** How to apply everything that is not applied. */
    public MigrationPlan plan(Connection connection) {
        failOnConflicts();
        MigrationExecutor executor = executor(connection);
        executor.loader().ensureConsistent(alias);
        return new MigrationPlan(
                executor, executor.planAll(executor.loader().graph().leaves(null)));
    }

    /** How to apply everything of one app, with what it needs. */
    public MigrationPlan plan(Connection connection, String app) {
        requireMigrations(app);
        failOnConflicts();
        MigrationExecutor executor = executor(connection);
        executor.loader().ensureConsistent(alias);
        return new MigrationPlan(
                executor, executor.planAll(executor.loader().graph().leaves(app)));
    }

    /** How to get forwards or backwards to one migration of an app, by its name or the start of it; {@code zero} undoes all. */
    public MigrationPlan plan(Connection connection, String app, String name) {
        requireMigrations(app);
        MigrationExecutor executor = executor(connection);
        executor.loader().ensureConsistent(alias);
        return new MigrationPlan(executor, executor.planTo(app, name));
    }

    private void requireMigrations(String app) {
        site.app(app);
        if (found.getOrDefault(app, List.of()).isEmpty()) {
            throw new MigrationException(
                    "App '" + app + "' does not have migrations. Make them with: makemigrations " + app);
        }
    }

    /** Labels of the apps that have no migrations, in the order of the apps. */
    public Set<String> unmigrated() {
        Set<String> labels = new LinkedHashSet<>();
        site.apps().stream()
                .map(App::label)
                .filter(label -> found.getOrDefault(label, List.of()).isEmpty())
                .forEach(labels::add);
        return labels;
    }

    /**
     * Makes the tables that models of some apps lack, as the models are now, without a migration. Django's
     * {@code migrate --run-syncdb}; a table that is there is left as it is, one that a router does not allow is not made.
     *
     * @param apps labels of apps, usually {@link #unmigrated()}
     * @param creating told of each table before it is made
     */
    public void createTables(Connection connection, Set<String> apps, Consumer<String> creating) {
        Routing routing = site.service(Databases.class).routing();
        List<ModelMeta<?>> models = site.call(ModelMeta::all);
        TableSync.run(
                connection,
                models,
                model -> apps.contains(model.appLabel()) && routing.allowsMigrate(alias, model),
                creating);
    }

    /** Forgets records of an app's migrations that no longer exist; returns their names. */
    public List<String> prune(Connection connection, String app) {
        requireMigrations(app);
        try {
            return executor(connection).prune(app).stream()
                    .map(Dependency::name)
                    .toList();
        } catch (java.sql.SQLException e) {
            throw new MigrationException("Cannot prune the records of app '" + app + "': " + e.getMessage(), e);
        }
    }

    /** The SQL of one migration for the database of the connection, line by line, as {@code sqlmigrate} prints it. */
    public List<String> sql(Connection connection, String app, String name, boolean backwards) {
        try {
            String vendor = quintet.orm.internal.migrations.MigrationRun.product(connection);
            return sql(vendor, app, name, backwards, dialect -> new DatabaseConstraintNames(dialect, connection));
        } catch (java.sql.SQLException e) {
            throw new MigrationException("Cannot ask the database for its kind: " + e.getMessage(), e);
        }
    }

    /** The SQL of one migration for a kind of database: {@code sqlite} or {@code postgresql}. */
    public List<String> sql(String vendor, String app, String name, boolean backwards) {
        return sql(vendor, app, name, backwards, ConstraintNames::new);
    }

    private List<String> sql(
            String vendor,
            String app,
            String name,
            boolean backwards,
            java.util.function.Function<quintet.orm.internal.migrations.schema.SchemaDialect, ConstraintNames> names) {
        requireMigrations(app);
        MigrationLoader loader = loader();
        Dependency key = loader.byPrefix(app, name);
        Migration migration = loader.graph().get(key);
        ProjectState before = loader.stateBefore(key);
        MigrationSql sql = new MigrationSql(vendor, names);
        List<String> lines = backwards
                ? sql.backwards(app, migration.operations(), before)
                : sql.forwards(app, migration.operations(), before);
        if (!migration.atomic() || lines.isEmpty()) {
            return lines;
        }
        List<String> framed = new ArrayList<>();
        framed.add("BEGIN;");
        framed.addAll(lines);
        framed.add("COMMIT;");
        return framed;
    }

    /** All migrations of the apps (all apps when empty) in order, and whether they are applied. */
    public List<Shown> show(Connection connection, Set<String> apps) {
        MigrationLoader loader = executor(connection).loader();
        Set<String> wanted = new TreeSet<>(
                apps.isEmpty() ? site.apps().stream().map(App::label).toList() : apps);
        List<Shown> shown = new ArrayList<>();
        Set<Dependency> applied = loader.applied();
        for (String app : wanted) {
            site.app(app);
            for (Dependency key : loader.graph().forwards(loader.graph().leaves(app))) {
                if (key.app().equals(app)) {
                    shown.add(
                            new Shown(key, applied.contains(key), loader.graph().before(key)));
                }
            }
        }
        return shown;
    }

    /** All migrations in the order {@code migrate} follows, and whether they are applied. */
    public List<Shown> showPlan(Connection connection) {
        MigrationLoader loader = executor(connection).loader();
        Set<Dependency> applied = loader.applied();
        return loader.graph().forwards(loader.graph().leaves(null)).stream()
                .map(key -> new Shown(key, applied.contains(key), loader.graph().before(key)))
                .toList();
    }

    /** A migration and whether it is applied. */
    public record Shown(Dependency migration, boolean applied, List<Dependency> needs) {}
}
