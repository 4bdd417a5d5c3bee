package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.migrations.OperationSql;
import quintet.orm.internal.migrations.OperationText;

/**
 * One step of a migration: plain data, made by the factories of {@link Operations}. The steps are Django's, under Django's names, and
 * the set is closed but for {@link Custom}, so that tools can {@code switch} over it.
 */
public sealed interface Operation
        permits Operation.CreateModel,
                Operation.DeleteModel,
                Operation.RenameModel,
                Operation.AlterModelTable,
                Operation.AlterModelTableComment,
                Operation.AlterUniqueTogether,
                Operation.AlterIndexTogether,
                Operation.AlterOrderWithRespectTo,
                Operation.AlterModelOptions,
                Operation.AddField,
                Operation.RemoveField,
                Operation.AlterField,
                Operation.RenameField,
                Operation.AddIndex,
                Operation.RemoveIndex,
                Operation.RenameIndex,
                Operation.AddConstraint,
                Operation.RemoveConstraint,
                Operation.AlterConstraint,
                Operation.RunSql,
                Operation.RunJava,
                Operation.SeparateDatabaseAndState,
                Operation.Custom,
                PostgresOperation {

    /** What the step does, in one line, as {@code migrate} and {@code sqlmigrate} print it. */
    default String describe() {
        return OperationText.describe(this);
    }

    /** What kind of change it is; its symbol stands before {@link #describe} in the list {@code makemigrations} prints. */
    default Category category() {
        return OperationText.category(this);
    }

    /** Its part of a migration's name, or null when it has none to offer. */
    default @Nullable String nameFragment() {
        return OperationText.nameFragment(this);
    }

    /** Whether there is a way back. */
    default boolean reversible() {
        return OperationSql.reversible(this);
    }

    /** Whether {@code sqlmigrate} can show all of it. */
    default boolean reducesToSql() {
        return OperationSql.reducesToSql(this);
    }

    /** Kinds of changes and the symbols that show them. */
    enum Category {
        /** Something new. */
        ADDITION("+"),
        /** Something is gone. */
        REMOVAL("-"),
        /** Something is different. */
        ALTERATION("~"),
        /** Code that runs. */
        CODE("p"),
        /** SQL as written. */
        SQL("s"),
        /** Several things at once. */
        MIXED("?");

        private final String symbol;

        Category(String symbol) {
            this.symbol = symbol;
        }

        /** One character. */
        public String symbol() {
            return symbol;
        }
    }

    /** Creates a model and its table. */
    @CheckReturnValue
    record CreateModel(
            String name, Map<String, FieldState> fields, Map<String, @Nullable Object> options, List<String> bases)
            implements Operation {
        /** Copies what it is given. */
        public CreateModel {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }

        /** A copy with one more field, at the end. */
        public CreateModel field(String name, FieldState field) {
            Map<String, FieldState> all = new LinkedHashMap<>(fields);
            all.put(name, field);
            return new CreateModel(this.name, all, options, bases);
        }

        /** A copy with an option of the model's {@code Meta}, under its Django name. */
        public CreateModel option(String name, @Nullable Object value) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(options);
            all.put(name, value);
            return new CreateModel(this.name, fields, all, bases);
        }

        /** {@code db_table=...}. */
        public CreateModel table(String table) {
            return option("db_table", table);
        }

        /** {@code ordering=[...]}: field names, a leading minus for descending order. */
        public CreateModel ordering(String... fields) {
            return option("ordering", List.of(fields));
        }

        /** {@code verbose_name=...}. */
        public CreateModel verboseName(String name) {
            return option("verbose_name", name);
        }

        /** {@code verbose_name_plural=...}. */
        public CreateModel verboseNamePlural(String name) {
            return option("verbose_name_plural", name);
        }

        /** {@code managed=False}: the table is made and dropped by others. */
        public CreateModel unmanaged() {
            return option("managed", false);
        }

        /** {@code proxy=True}: another class for its parent's table. */
        public CreateModel proxy() {
            return option("proxy", true);
        }

        /** One more group of fields whose values occur once together. */
        public CreateModel uniqueTogether(String... fields) {
            return option("unique_together", append("unique_together", List.of(fields)));
        }

        /** One more index. */
        public CreateModel index(IndexState index) {
            return option("indexes", append("indexes", index));
        }

        /** One more constraint. */
        public CreateModel constraint(ConstraintState constraint) {
            return option("constraints", append("constraints", constraint));
        }

        /** The parent models ({@code "app.model"}). */
        public CreateModel bases(String... models) {
            return new CreateModel(name, fields, options, List.of(models));
        }

        private List<Object> append(String option, Object value) {
            List<Object> all = new ArrayList<>();
            if (options.get(option) instanceof List<?> existing) {
                all.addAll(existing);
            }
            all.add(value);
            return List.copyOf(all);
        }
    }

    /** Deletes a model and its table. */
    record DeleteModel(String name) implements Operation {}

    /** Renames a model, its table and what points to it. */
    record RenameModel(String oldName, String newName) implements Operation {}

    /** Names the table of a model; null for the derived name. */
    record AlterModelTable(String name, @Nullable String table) implements Operation {}

    /** Sets the comment of a model's table. */
    record AlterModelTableComment(String name, @Nullable String comment) implements Operation {}

    /** Sets the groups of fields that are unique together. */
    record AlterUniqueTogether(String name, List<List<String>> groups) implements Operation {}

    /** Sets the groups of fields that share an index; kept for histories of old Django projects. */
    record AlterIndexTogether(String name, List<List<String>> groups) implements Operation {}

    /** Keeps rows in an order of their own within the row a field points to. */
    record AlterOrderWithRespectTo(String name, @Nullable String field) implements Operation {}

    /** Sets the options of a model that have no effect on its table. */
    record AlterModelOptions(String name, Map<String, @Nullable Object> options) implements Operation {
        /** Copies what it is given. */
        public AlterModelOptions {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        }
    }

    /** Adds a field; when the default is only for the rows that exist, it is not preserved. */
    record AddField(String model, String name, FieldState field, boolean preserveDefault) implements Operation {
        /** A copy whose default serves the existing rows only. */
        @CheckReturnValue
        public AddField withoutDefaultAfterwards() {
            return new AddField(model, name, field, false);
        }
    }

    /** Removes a field. */
    record RemoveField(String model, String name) implements Operation {}

    /** Changes a field; when the default is only for the rows that exist, it is not preserved. */
    record AlterField(String model, String name, FieldState field, boolean preserveDefault) implements Operation {
        /** A copy whose default serves the existing rows only. */
        @CheckReturnValue
        public AlterField withoutDefaultAfterwards() {
            return new AlterField(model, name, field, false);
        }
    }

    /** Renames a field and its column. */
    record RenameField(String model, String oldName, String newName) implements Operation {}

    /** Creates an index. */
    record AddIndex(String model, IndexState index) implements Operation {}

    /** Drops an index. */
    record RemoveIndex(String model, String name) implements Operation {}

    /** Renames an index; the old one is given by name, or by its fields where it came from {@code index_together}. */
    record RenameIndex(
            String model, String newName, @Nullable String oldName, List<String> oldFields) implements Operation {}

    /** Adds a constraint. */
    record AddConstraint(String model, ConstraintState constraint) implements Operation {}

    /** Removes a constraint. */
    record RemoveConstraint(String model, String name) implements Operation {}

    /** Changes what only validation sees of a constraint. */
    record AlterConstraint(String model, String name, ConstraintState constraint) implements Operation {}

    /** Runs SQL as written. */
    @CheckReturnValue
    record RunSql(
            List<String> sql,
            @Nullable List<String> reverseSql,
            List<Operation> stateOperations,
            boolean elidable,
            Map<String, Object> hints)
            implements Operation {
        /** A copy that runs these statements backwards. */
        public RunSql reverse(String... statements) {
            return new RunSql(sql, List.of(statements), stateOperations, elidable, hints);
        }

        /** A copy that tells which changes of models the SQL amounts to. */
        public RunSql state(Operation... operations) {
            return new RunSql(sql, reverseSql, List.of(operations), elidable, hints);
        }

        /** A copy that squashing may leave out. */
        public RunSql whichMayBeLeftOut() {
            return new RunSql(sql, reverseSql, stateOperations, true, hints);
        }

        /** A copy that tells routers more about itself ({@link Router#allowMigrate}). */
        public RunSql hints(Map<String, Object> more) {
            return new RunSql(sql, reverseSql, stateOperations, elidable, Map.copyOf(more));
        }
    }

    /** Runs Java code against the models as they were at this point of history. */
    @CheckReturnValue
    record RunJava(Code code, @Nullable Code reverseCode, boolean elidable, Map<String, Object> hints)
            implements Operation {
        /** A copy that runs this code backwards; {@link Code#NOTHING} when there is nothing to undo. */
        public RunJava reverse(Code code) {
            return new RunJava(this.code, code, elidable, hints);
        }

        /** A copy that squashing may leave out. */
        public RunJava whichMayBeLeftOut() {
            return new RunJava(code, reverseCode, true, hints);
        }

        /** A copy that tells routers more about itself ({@link Router#allowMigrate}). */
        public RunJava hints(Map<String, Object> more) {
            return new RunJava(code, reverseCode, elidable, Map.copyOf(more));
        }
    }

    /** Applies some operations to the database and others to the models, where the two must differ. */
    record SeparateDatabaseAndState(List<Operation> database, List<Operation> state) implements Operation {}

    /** An operation of your own. */
    non-sealed interface Custom extends Operation {
        @Override
        String describe();

        @Override
        default Category category() {
            return Category.MIXED;
        }

        /** The changes of models it amounts to; none by default. */
        default List<Operation> stateOperations() {
            return List.of();
        }

        /** Does its work. */
        void forwards(MigrationApps apps) throws Exception;

        /** Undoes its work; null when that is impossible is expressed by {@link #reversible}. */
        void backwards(MigrationApps apps) throws Exception;

        @Override
        default boolean reversible() {
            return true;
        }

        @Override
        default @Nullable String nameFragment() {
            return null;
        }
    }

    /** Code of a data migration. */
    @FunctionalInterface
    interface Code {
        /** Does nothing; the reverse of a step that needs none. */
        Code NOTHING = apps -> {};

        /** Works with the models of that time. */
        void run(MigrationApps apps) throws Exception;
    }
}
