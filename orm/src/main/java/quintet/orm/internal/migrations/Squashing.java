package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import quintet.orm.Migration;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;

/** Makes one migration of several, as Django's {@code squashmigrations} does. */
public final class Squashing {
    private final MigrationLoader loader;
    private final String app;

    /** For an app's migrations. */
    public Squashing(MigrationLoader loader, String app) {
        this.loader = loader;
        this.app = app;
    }

    /**
     * The migrations that are squashed, in order.
     *
     * @param start the first, or the start of its name; empty for the app's first
     * @param end the last, or the start of its name
     */
    public List<Dependency> range(String start, String end) {
        Dependency last = loader.byPrefix(app, end);
        List<Dependency> all = new ArrayList<>(loader.graph().forwards(List.of(last)).stream()
                .filter(key -> key.app().equals(app))
                .toList());
        if (!start.isEmpty()) {
            Dependency first = loader.byPrefix(app, start);
            int at = all.indexOf(first);
            if (at < 0) {
                throw new MigrationException("The migration '" + first.name() + "' cannot be found before '"
                        + last.name() + "'. Maybe it comes after it: showmigrations " + app + " lists them in order.");
            }
            all = all.subList(at, all.size());
        }
        return List.copyOf(all);
    }

    /** The one migration that stands for these; its operations are joined where they can be, if asked. */
    public Change change(List<Dependency> range, String ending, boolean optimize) {
        Set<Dependency> own = new HashSet<>(range);
        Set<Dependency> dependencies = new LinkedHashSet<>();
        List<Operation> operations = new ArrayList<>();
        for (Dependency key : range) {
            Migration migration = loader.graph().get(key);
            operations.addAll(migration.operations());
            boolean first = key.equals(range.getFirst());
            migration.dependencies().stream()
                    .filter(dependency -> !own.contains(dependency))
                    .filter(dependency -> first || !dependency.app().equals(app))
                    .forEach(dependencies::add);
        }
        Migration first = loader.graph().get(range.getFirst());
        List<Operation> joined = optimize ? new Optimizer(app).optimize(operations) : List.copyOf(operations);
        return new Change(app, name(range, ending), first.initial(), List.copyOf(dependencies), joined);
    }

    private static String name(List<Dependency> range, String ending) {
        String first = range.getFirst().name();
        if (!ending.isEmpty()) {
            return String.format(Locale.ROOT, "%04d_%s", ChangeNaming.number(first), ending);
        }
        String last = range.getLast().name();
        String number = ChangeNaming.number(first) == 1 ? "0001" : first;
        return number + "_squashed_" + last;
    }
}
