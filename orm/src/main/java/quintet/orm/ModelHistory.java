package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.orm.Migration.Dependency;
import quintet.orm.internal.migrations.Autodetector;
import quintet.orm.internal.migrations.Change;
import quintet.orm.internal.migrations.ChangeNaming;
import quintet.orm.internal.migrations.IndexNaming;
import quintet.orm.internal.migrations.MigrationRules;
import quintet.orm.internal.migrations.MigrationRun;
import quintet.orm.internal.migrations.MigrationSql;
import quintet.orm.internal.migrations.OperationState;
import quintet.orm.internal.migrations.ProjectState;
import quintet.orm.internal.migrations.schema.ConstraintNames;

/**
 * All models at one point of history, as a value: what the operations so far amount to. For tools and tests that work with migrations
 * without a site.
 *
 * <pre>{@code
 * ModelHistory before = ModelHistory.EMPTY.apply("library", createModel("Book").field("id", autoId()));
 * ModelHistory after = before.apply("library", addField("book", "title", charField(200)));
 * before.changesTo(after, Map.of(), questions);           // what makemigrations would write
 * before.sql("postgresql", "library", operations);        // what sqlmigrate would print
 * }</pre>
 */
@CheckReturnValue
public final class ModelHistory {
    /** No models. */
    public static final ModelHistory EMPTY = new ModelHistory(ProjectState.EMPTY);

    private final ProjectState state;

    private ModelHistory(ProjectState state) {
        this.state = state;
    }

    /** The models after these operations of an app. */
    public ModelHistory apply(String app, Operation... operations) {
        return new ModelHistory(OperationState.apply(app, List.of(operations), state));
    }

    /** The models after these operations of an app. */
    public ModelHistory apply(String app, List<? extends Operation> operations) {
        return new ModelHistory(OperationState.apply(app, operations, state));
    }

    /** The models with a derived name for each index that has none; Django does this when models are loaded. */
    public ModelHistory named() {
        return new ModelHistory(IndexNaming.named(state));
    }

    /** The names of the models, as {@code app.model}. */
    public List<String> models() {
        return state.models().keySet().stream().map(Object::toString).sorted().toList();
    }

    /**
     * The migrations that lead to other models.
     *
     * @param leaves the last migration of each app that has some
     */
    public List<Planned> changesTo(ModelHistory target, Map<String, Dependency> leaves, MigrationQuestions questions) {
        List<Planned> planned = new ArrayList<>();
        Map<String, List<Change>> found =
                new Autodetector(state, target.state, questions).changes(leaves, Set.of(), "");
        found.values().forEach(changes -> changes.forEach(c -> planned.add(Planned.of(c))));
        return planned;
    }

    /** The SQL of operations of an app that start from here, line by line; {@code vendor} as in {@link MigrationApps#vendor}. */
    public List<String> sql(String vendor, String app, List<Operation> operations) {
        return new MigrationSql(vendor, ConstraintNames::new).forwards(app, operations, state);
    }

    /** The SQL that undoes operations of an app that start from here. */
    public List<String> reverseSql(String vendor, String app, List<Operation> operations) {
        return new MigrationSql(vendor, ConstraintNames::new).backwards(app, operations, state);
    }

    /** Executes operations of an app that start from here, in one transaction where the database can. */
    public void run(Connection connection, String app, List<Operation> operations) {
        MigrationRun.forwards(connection, app, operations, state);
    }

    /** The same outside of a transaction, as migrations that are not atomic do. */
    public void runNotAtomic(Connection connection, String app, List<Operation> operations) {
        MigrationRun.forwards(connection, app, operations, state, false, MigrationRules.ALL, () -> {});
    }

    /** Undoes operations of an app that start from here, in one transaction where the database can. */
    public void runBackwards(Connection connection, String app, List<Operation> operations) {
        MigrationRun.backwards(connection, app, operations, state);
    }

    @Override
    public String toString() {
        return models().toString();
    }

    /**
     * A migration to be written.
     *
     * @param name as recorded, such as {@code 0002_book_price}
     * @param suggestedName what its operations suggest, without number
     */
    public record Planned(
            String app,
            String name,
            String suggestedName,
            boolean initial,
            List<Dependency> dependencies,
            List<Operation> operations) {
        static Planned of(Change change) {
            String suggested = change.initial() ? "initial" : ChangeNaming.suggest(change.operations());
            return new Planned(
                    change.app(),
                    change.name(),
                    suggested,
                    change.initial(),
                    change.dependencies(),
                    change.operations());
        }

        Change change() {
            return new Change(app, name, initial, dependencies, operations);
        }
    }
}
