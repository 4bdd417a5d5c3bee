package quintet.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quintet.orm.Migration.Dependency;
import quintet.orm.internal.migrations.ChangeNaming;
import quintet.orm.internal.migrations.MigrationException;
import quintet.orm.internal.migrations.MigrationGraph;
import quintet.orm.internal.migrations.MigrationLoader;
import quintet.orm.internal.migrations.Optimizer;

/** Migrations that are made of others, or of nothing, rather than of changes of the models. */
final class MigrationMaking {
    private MigrationMaking() {}

    /** A migration without operations. */
    static ModelHistory.Planned empty(MigrationLoader loader, String app, String name) {
        MigrationGraph graph = loader.graph();
        List<Dependency> leaves = graph.leaves(app);
        int number =
                leaves.isEmpty() ? 1 : ChangeNaming.number(leaves.getFirst().name()) + 1;
        String ending = name.isEmpty() ? (leaves.isEmpty() ? "initial" : "custom") : name;
        String full = String.format(Locale.ROOT, "%04d_%s", number, ending);
        return new ModelHistory.Planned(app, full, ending, leaves.isEmpty(), leaves, List.of());
    }

    /** A migration that joins several last ones of an app. */
    static ModelHistory.Planned merge(MigrationLoader loader, String app) {
        List<Dependency> leaves = loader.graph().leaves(app);
        int number = leaves.stream()
                .mapToInt(l -> ChangeNaming.number(l.name()))
                .max()
                .orElse(0);
        String parts = String.join(
                "_",
                leaves.stream().map(l -> l.name().replaceFirst("^[0-9]+_", "")).toList());
        String ending = parts.length() > 47 ? "merge" : "merge_" + parts;
        String full = String.format(Locale.ROOT, "%04d_%s", number + 1, ending);
        return new ModelHistory.Planned(app, full, ending, false, leaves, List.of());
    }

    /** The same migration with operations joined where one does for several. */
    static Migrations.Squashed optimize(MigrationLoader loader, String app, String name) {
        Migration migration = loader.graph().get(loader.byPrefix(app, name));
        List<Operation> joined = new Optimizer(app).optimize(migration.operations());
        boolean initial = migration.initial()
                && migration.dependencies().stream().noneMatch(d -> d.app().equals(app));
        ModelHistory.Planned planned = new ModelHistory.Planned(
                app, migration.name(), migration.name(), initial, migration.dependencies(), joined);
        return new Migrations.Squashed(
                planned, migration.replaces(), migration.operations().size());
    }

    /** The last migration of an app with the operations of both. */
    static ModelHistory.Planned update(MigrationLoader loader, ModelHistory.Planned planned) {
        String app = planned.app();
        List<Dependency> leaves = loader.graph().leaves(app);
        if (leaves.isEmpty()) {
            throw new MigrationException("App " + app + " has no migration, cannot update last migration.");
        }
        Dependency last = leaves.getFirst();
        Migration migration = loader.graph().get(last);
        if (!migration.replaces().isEmpty()) {
            throw new MigrationException("Cannot update squash migration '" + last + "'.");
        }
        if (loader.applied().contains(last)) {
            throw new MigrationException("Cannot update applied migration '" + last + "'. Undo it first: migrate " + app
                    + " and the name of the one before it.");
        }
        for (Dependency other : loader.graph().forwards(loader.graph().leaves(null))) {
            if (!other.app().equals(app)
                    && loader.graph().get(other).dependencies().contains(last)) {
                throw new MigrationException(
                        "Cannot update migration '" + last + "' that migration '" + other + "' depends on.");
            }
        }
        List<Operation> operations = new ArrayList<>(migration.operations());
        operations.addAll(planned.operations());
        List<Dependency> dependencies = new ArrayList<>(migration.dependencies());
        planned.dependencies().stream()
                .filter(d -> !d.equals(last) && !dependencies.contains(d))
                .forEach(dependencies::add);
        return new ModelHistory.Planned(
                app,
                last.name(),
                last.name(),
                migration.initial(),
                dependencies,
                new Optimizer(app).optimize(operations));
    }
}
