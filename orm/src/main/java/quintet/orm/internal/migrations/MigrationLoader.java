package quintet.orm.internal.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;

/** Finds the migrations of apps and builds their graph, with what the database says is applied. */
public final class MigrationLoader {
    private final Map<Dependency, Migration> onDisk = new LinkedHashMap<>();
    private final Set<String> apps = new LinkedHashSet<>();
    private final Set<Dependency> applied;
    private final MigrationGraph graph = new MigrationGraph();

    /** From migrations by their apps' labels; {@code applied} is what the database has recorded. */
    public MigrationLoader(Map<String, List<Migration>> migrations, Set<Dependency> applied) {
        migrations.forEach((app, list) -> {
            apps.add(app);
            list.forEach(migration -> onDisk.put(new Dependency(app, migration.name()), migration));
        });
        this.applied = new LinkedHashSet<>(applied);
        build();
    }

    /** The migrations of apps, found in their {@code migrations} packages. */
    public static Map<String, List<Migration>> find(List<App> apps) {
        Map<String, List<Migration>> found = new LinkedHashMap<>();
        for (App app : apps) {
            List<Migration> migrations = new ArrayList<>();
            for (Class<?> type : app.classes("migrations")) {
                if (Migration.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    migrations.add(create(type.asSubclass(Migration.class)));
                }
            }
            found.put(app.label(), migrations);
        }
        return found;
    }

    private static Migration create(Class<? extends Migration> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new MigrationException("Migration " + type.getName() + " fails when it is made: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new MigrationException(
                    "Migration " + type.getName() + " needs to be a public class with a public constructor without"
                            + " parameters",
                    e);
        }
    }

    private void build() {
        onDisk.forEach(graph::add);
        onDisk.forEach((key, migration) -> {
            for (Dependency dependency : migration.dependencies()) {
                Dependency parent = resolve(key, dependency);
                if (parent != null) {
                    graph.connect(key, parent);
                }
            }
            for (Dependency later : migration.runBefore()) {
                Dependency child = resolve(key, later);
                if (child != null) {
                    graph.connect(child, key);
                }
            }
        });
        onDisk.forEach(this::replaceSquashed);
        graph.ensureNoCircle();
    }

    /** A squashed migration takes the place of those it replaces unless only some of them are applied. */
    private void replaceSquashed(Dependency key, Migration migration) {
        List<Dependency> replaced = migration.replaces();
        if (replaced.isEmpty()) {
            return;
        }
        long done = replaced.stream().filter(applied::contains).count();
        if (done == replaced.size()) {
            applied.add(key);
        } else {
            applied.remove(key);
        }
        if (done == 0 || done == replaced.size()) {
            replaced.stream().filter(graph::has).forEach(gone -> graph.replace(gone, key));
        } else {
            graph.replace(
                    key,
                    replaced.stream().filter(graph::has).reduce((a, b) -> b).orElse(null));
        }
    }

    private @Nullable Dependency resolve(Dependency from, Dependency to) {
        if (!to.name().equals("__first__") && !to.name().equals("__latest__")) {
            return to;
        }
        if (to.app().equals(from.app())) {
            return null;
        }
        List<Dependency> ends = to.name().equals("__first__") ? firsts(to.app()) : graph.leaves(to.app());
        if (!ends.isEmpty()) {
            return ends.getFirst();
        }
        if (apps.contains(to.app())) {
            return null;
        }
        throw new MigrationException("Migration " + from + " depends on app '" + to.app()
                + "', which is not installed. Add it to .apps(...) in the project's settings.");
    }

    private List<Dependency> firsts(String app) {
        List<Dependency> roots = graph.roots(app);
        // The graph is still being built: the first by name is the first by number.
        return roots.isEmpty()
                ? graph.keys().stream()
                        .filter(k -> k.app().equals(app))
                        .limit(1)
                        .toList()
                : roots;
    }

    /** The graph. */
    public MigrationGraph graph() {
        return graph;
    }

    /** What is applied, counting squashed migrations. */
    public Set<Dependency> applied() {
        return new HashSet<>(applied);
    }

    /** The labels of all apps, with or without migrations. */
    public Set<String> apps() {
        return apps;
    }

    /** Whether an app has migrations. */
    public boolean hasMigrations(String app) {
        return onDisk.keySet().stream().anyMatch(key -> key.app().equals(app));
    }

    /** Fails when a migration is applied and one it depends on is not. */
    public void ensureConsistent(String database) {
        for (Dependency key : graph.keys()) {
            if (!applied.contains(key)) {
                continue;
            }
            for (Dependency parent : graph.before(key)) {
                if (!applied.contains(parent) && !replacesApplied(parent)) {
                    throw new MigrationException("Migration " + key + " is applied before its dependency " + parent
                            + " on database '" + database + "'. Was a dependency added later? Apply the missing one"
                            + " with --fake if its tables are there.");
                }
            }
        }
    }

    private boolean replacesApplied(Dependency key) {
        List<Dependency> replaced = graph.get(key).replaces();
        return !replaced.isEmpty() && applied.containsAll(replaced);
    }

    /** The models after the migrations that the targets need; all migrations for the leaves. */
    public ProjectState state(List<Dependency> targets) {
        ProjectState state = ProjectState.EMPTY;
        for (Dependency key : graph.forwards(targets)) {
            state = OperationState.apply(key.app(), operations(key), state);
        }
        return state;
    }

    /** The models just before a migration: after all that it needs. */
    public ProjectState stateBefore(Dependency key) {
        ProjectState state = ProjectState.EMPTY;
        for (Dependency earlier : graph.forwards(key)) {
            if (!earlier.equals(key)) {
                state = OperationState.apply(earlier.app(), operations(earlier), state);
            }
        }
        return state;
    }

    /** The operations of a migration. */
    public List<Operation> operations(Dependency key) {
        return graph.get(key).operations();
    }

    /** A migration of an app by its name or the unambiguous start of it. */
    public Dependency byPrefix(String app, String prefix) {
        Dependency exact = new Dependency(app, prefix);
        if (graph.has(exact)) {
            return exact;
        }
        List<Dependency> found = graph.keys().stream()
                .filter(key -> key.app().equals(app) && key.name().startsWith(prefix))
                .toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 ->
                throw new MigrationException("Cannot find a migration matching '" + prefix + "' from app '" + app
                        + "'. It has "
                        + graph.keys().stream()
                                .filter(key -> key.app().equals(app))
                                .map(Dependency::name)
                                .toList());
            default ->
                throw new MigrationException("More than one migration matches '" + prefix + "' in app '" + app + "': "
                        + found.stream().map(Dependency::name).toList() + ". Please be more specific.");
        };
    }
}
