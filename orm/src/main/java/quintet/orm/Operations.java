package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of migrations, in Django's words with a small first letter. Import statically. */
@CheckReturnValue
public final class Operations {
    private Operations() {}

    /** Creates a model; add its fields with {@code .field("title", charField(200))}. */
    public static Operation.CreateModel createModel(String name) {
        return new Operation.CreateModel(name, Map.of(), Map.of(), List.of());
    }

    /** Deletes a model and its table. */
    public static Operation.DeleteModel deleteModel(String name) {
        return new Operation.DeleteModel(name);
    }

    /** Renames a model, its table and what points to it. */
    public static Operation.RenameModel renameModel(String oldName, String newName) {
        return new Operation.RenameModel(oldName, newName);
    }

    /** Names the table of a model; null for the derived name. */
    public static Operation.AlterModelTable alterModelTable(String model, @Nullable String table) {
        return new Operation.AlterModelTable(model, table);
    }

    /** Sets the comment of a model's table. */
    public static Operation.AlterModelTableComment alterModelTableComment(String model, @Nullable String comment) {
        return new Operation.AlterModelTableComment(model, comment);
    }

    /** Sets the groups of fields that are unique together: {@code alterUniqueTogether("book", List.of("title", "author"))}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Operation.AlterUniqueTogether alterUniqueTogether(String model, List<String>... groups) {
        return new Operation.AlterUniqueTogether(model, List.of(groups));
    }

    /** Sets the groups of fields that share an index; for histories of old Django projects. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Operation.AlterIndexTogether alterIndexTogether(String model, List<String>... groups) {
        return new Operation.AlterIndexTogether(model, List.of(groups));
    }

    /** Keeps rows in an order of their own within the row a field points to; null to stop. */
    public static Operation.AlterOrderWithRespectTo alterOrderWithRespectTo(String model, @Nullable String field) {
        return new Operation.AlterOrderWithRespectTo(model, field);
    }

    /** Sets the options that have no effect on the table, under Django's names. Options not named return to their defaults. */
    public static Operation.AlterModelOptions alterModelOptions(String model, Map<String, ?> options) {
        return new Operation.AlterModelOptions(model, new java.util.LinkedHashMap<>(options));
    }

    /** Adds a field. */
    public static Operation.AddField addField(String model, String name, FieldState field) {
        return new Operation.AddField(model, name, field, true);
    }

    /** Removes a field. */
    public static Operation.RemoveField removeField(String model, String name) {
        return new Operation.RemoveField(model, name);
    }

    /** Changes a field to the given form. */
    public static Operation.AlterField alterField(String model, String name, FieldState field) {
        return new Operation.AlterField(model, name, field, true);
    }

    /** Renames a field and its column. */
    public static Operation.RenameField renameField(String model, String oldName, String newName) {
        return new Operation.RenameField(model, oldName, newName);
    }

    /** Creates an index. */
    public static Operation.AddIndex addIndex(String model, IndexState index) {
        return new Operation.AddIndex(model, index);
    }

    /** Drops an index. */
    public static Operation.RemoveIndex removeIndex(String model, String name) {
        return new Operation.RemoveIndex(model, name);
    }

    /** Renames an index. */
    public static Operation.RenameIndex renameIndex(String model, String oldName, String newName) {
        return new Operation.RenameIndex(model, newName, oldName, List.of());
    }

    /** Adds a constraint. */
    public static Operation.AddConstraint addConstraint(String model, ConstraintState constraint) {
        return new Operation.AddConstraint(model, constraint);
    }

    /** Removes a constraint. */
    public static Operation.RemoveConstraint removeConstraint(String model, String name) {
        return new Operation.RemoveConstraint(model, name);
    }

    /** Changes what only validation sees of a constraint. */
    public static Operation.AlterConstraint alterConstraint(String model, ConstraintState constraint) {
        return new Operation.AlterConstraint(model, constraint.name(), constraint);
    }

    /** Runs SQL statements as written; add {@code .reverse(...)} to make it reversible. */
    public static Operation.RunSql runSql(String... statements) {
        return new Operation.RunSql(List.of(statements), null, List.of(), false, Map.of());
    }

    /** Runs code against the models as they were; add {@code .reverse(...)} to make it reversible. */
    public static Operation.RunJava runJava(Operation.Code code) {
        return new Operation.RunJava(code, null, false, Map.of());
    }

    /** Applies some operations to the database and others to the models. */
    public static Operation.SeparateDatabaseAndState separateDatabaseAndState(
            List<? extends Operation> database, List<? extends Operation> state) {
        return new Operation.SeparateDatabaseAndState(List.copyOf(database), List.copyOf(state));
    }

    /** An index over fields; a leading minus means descending order. */
    public static IndexState index(String... fields) {
        return IndexState.of(fields);
    }

    /** A constraint that a condition holds for each row. */
    public static ConstraintState.Check check(String name, SchemaExpr.Q condition) {
        return new ConstraintState.Check(name, condition, null, null);
    }

    /** A constraint that the values of the fields occur once together. */
    public static ConstraintState.Unique unique(String name, String... fields) {
        return new ConstraintState.Unique(
                name, List.of(fields), null, null, List.of(), List.of(), null, List.of(), null, null);
    }

    /** A constraint that no two rows stand to each other as its operators say; add them with {@code .element("during", "&&")}. */
    public static ConstraintState.Exclusion exclude(String name) {
        return new ConstraintState.Exclusion(name, List.of(), "gist", null, null, List.of(), null, null);
    }
}
