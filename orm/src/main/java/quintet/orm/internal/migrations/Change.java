package quintet.orm.internal.migrations;

import java.util.List;
import quintet.orm.Migration.Dependency;
import quintet.orm.Operation;

/**
 * A migration that {@code makemigrations} is about to write.
 *
 * @param name with its number; empty until it has a place in the graph
 */
public record Change(
        String app, String name, boolean initial, List<Dependency> dependencies, List<Operation> operations) {

    /** A copy with a name. */
    public Change named(String changed, boolean first) {
        return new Change(app, changed, first, dependencies, operations);
    }

    /** A copy with dependencies. */
    public Change depending(List<Dependency> changed) {
        return new Change(app, name, initial, changed, operations);
    }

    /** A copy with operations. */
    public Change doing(List<? extends Operation> changed) {
        return new Change(app, name, initial, dependencies, List.copyOf(changed));
    }
}
