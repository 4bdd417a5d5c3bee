package quintet.orm.internal.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.orm.IndexState;
import quintet.orm.Operation;
import quintet.orm.Operation.Category;
import quintet.orm.PostgresOperation;
import quintet.orm.SchemaExpr;

/** What operations say of themselves, in Django's words: their description, category and part of a migration's name. */
public final class OperationText {
    private OperationText() {}

    /** The line {@code sqlmigrate} prints above the operation's SQL. */
    public static String describe(Operation operation) {
        return switch (operation) {
            case Operation.CreateModel o ->
                (Boolean.TRUE.equals(o.options().get("proxy")) ? "Create proxy model " : "Create model ") + o.name();
            case Operation.DeleteModel o -> "Delete model " + o.name();
            case Operation.RenameModel o -> "Rename model " + o.oldName() + " to " + o.newName();
            case Operation.AlterModelTable o ->
                "Rename table for " + o.name() + " to " + (o.table() == null ? "(default)" : o.table());
            case Operation.AlterModelTableComment o -> "Alter " + o.name() + " table comment";
            case Operation.AlterUniqueTogether o -> together("unique_together", o.name(), o.groups());
            case Operation.AlterIndexTogether o -> together("index_together", o.name(), o.groups());
            case Operation.AlterOrderWithRespectTo o ->
                "Set order_with_respect_to on " + o.name() + " to " + (o.field() == null ? "None" : o.field());
            case Operation.AlterModelOptions o -> "Change Meta options on " + o.name();
            case Operation.AddField o -> "Add field " + o.name() + " to " + o.model();
            case Operation.RemoveField o -> "Remove field " + o.name() + " from " + o.model();
            case Operation.AlterField o -> "Alter field " + o.name() + " on " + o.model();
            case Operation.RenameField o -> "Rename field " + o.oldName() + " on " + o.model() + " to " + o.newName();
            case Operation.AddIndex o -> describeAddIndex(o.model(), o.index());
            case Operation.RemoveIndex o -> "Remove index " + o.name() + " from " + o.model();
            case Operation.RenameIndex o -> describeRenameIndex(o);
            case Operation.AddConstraint o ->
                "Create constraint " + o.constraint().name() + " on model " + o.model();
            case Operation.RemoveConstraint o -> "Remove constraint " + o.name() + " from model " + o.model();
            case Operation.AlterConstraint o -> "Alter constraint " + o.name() + " on " + o.model();
            case Operation.RunSql o -> "Raw SQL operation";
            case Operation.RunJava o -> "Raw Java operation";
            case Operation.SeparateDatabaseAndState o -> "Custom state/database change combination";
            case Operation.Custom o -> o.describe();
            case PostgresOperation o -> PostgresOperationText.describe(o);
        };
    }

    /** The kind of change. */
    public static Category category(Operation operation) {
        return switch (operation) {
            case Operation.CreateModel o -> Category.ADDITION;
            case Operation.AddField o -> Category.ADDITION;
            case Operation.AddIndex o -> Category.ADDITION;
            case Operation.AddConstraint o -> Category.ADDITION;
            case Operation.DeleteModel o -> Category.REMOVAL;
            case Operation.RemoveField o -> Category.REMOVAL;
            case Operation.RemoveIndex o -> Category.REMOVAL;
            case Operation.RemoveConstraint o -> Category.REMOVAL;
            case Operation.RunSql o -> Category.SQL;
            case Operation.RunJava o -> Category.CODE;
            case Operation.SeparateDatabaseAndState o -> Category.MIXED;
            case Operation.Custom o -> o.category();
            case PostgresOperation o -> PostgresOperationText.category(o);
            default -> Category.ALTERATION;
        };
    }

    /** The operation's part of the migration's name; null when it has none to offer. */
    public static @Nullable String nameFragment(Operation operation) {
        return switch (operation) {
            case Operation.CreateModel o -> lower(o.name());
            case Operation.DeleteModel o -> "delete_" + lower(o.name());
            case Operation.RenameModel o -> "rename_" + lower(o.oldName()) + "_" + lower(o.newName());
            case Operation.AlterModelTable o -> "alter_" + lower(o.name()) + "_table";
            case Operation.AlterModelTableComment o -> "alter_" + lower(o.name()) + "_table_comment";
            case Operation.AlterUniqueTogether o -> "alter_" + lower(o.name()) + "_unique_together";
            case Operation.AlterIndexTogether o -> "alter_" + lower(o.name()) + "_index_together";
            case Operation.AlterOrderWithRespectTo o -> "alter_" + lower(o.name()) + "_order_with_respect_to";
            case Operation.AlterModelOptions o -> "alter_" + lower(o.name()) + "_options";
            case Operation.AddField o -> lower(o.model()) + "_" + lower(o.name());
            case Operation.RemoveField o -> "remove_" + lower(o.model()) + "_" + lower(o.name());
            case Operation.AlterField o -> "alter_" + lower(o.model()) + "_" + lower(o.name());
            case Operation.RenameField o ->
                "rename_" + lower(o.oldName()) + "_" + lower(o.model()) + "_" + lower(o.newName());
            case Operation.AddIndex o ->
                lower(o.model()) + "_" + lower(o.index().name());
            case Operation.RemoveIndex o -> "remove_" + lower(o.model()) + "_" + lower(o.name());
            case Operation.RenameIndex o -> renameIndexFragment(o);
            case Operation.AddConstraint o ->
                lower(o.model()) + "_" + lower(o.constraint().name());
            case Operation.RemoveConstraint o -> "remove_" + lower(o.model()) + "_" + lower(o.name());
            case Operation.AlterConstraint o -> "alter_" + lower(o.model()) + "_" + lower(o.name());
            case Operation.Custom o -> o.nameFragment();
            case PostgresOperation o -> PostgresOperationText.nameFragment(o);
            case Operation.RunSql o -> null;
            case Operation.RunJava o -> null;
            case Operation.SeparateDatabaseAndState o -> null;
        };
    }

    private static String together(String option, String model, List<List<String>> groups) {
        return "Alter " + option + " for " + model + " (" + groups.size() + " constraint(s))";
    }

    private static String describeAddIndex(String model, IndexState index) {
        if (index.expressions().isEmpty()) {
            return "Create index " + index.name() + " on field(s) " + String.join(", ", index.fields()) + " of model "
                    + model;
        }
        return "Create index " + index.name() + " on "
                + index.expressions().stream().map(OperationText::text).collect(Collectors.joining(", "))
                + " on model " + model;
    }

    private static String describeRenameIndex(Operation.RenameIndex o) {
        if (o.oldName() != null) {
            return "Rename index " + o.oldName() + " on " + o.model() + " to " + o.newName();
        }
        return "Rename unnamed index for ('" + String.join("', '", o.oldFields()) + "') on " + o.model() + " to "
                + o.newName();
    }

    private static String renameIndexFragment(Operation.RenameIndex o) {
        if (o.oldName() != null) {
            return "rename_" + lower(o.oldName()) + "_" + lower(o.newName());
        }
        return "rename_" + lower(o.model()) + "_" + String.join("_", o.oldFields()) + "_" + lower(o.newName());
    }

    /** An expression as Django prints it. */
    static String text(@Nullable Object expression) {
        return switch (expression) {
            case SchemaExpr.F f -> "F(" + f.name() + ")";
            case SchemaExpr.Value v -> "Value(" + PythonText.repr(v.value()) + ")";
            case SchemaExpr.Combined c -> text(c.left()) + " " + c.operator() + " " + text(c.right());
            case SchemaExpr.OrderBy o ->
                "OrderBy(" + text(o.expression()) + ", descending=" + PythonText.repr(o.descending()) + ")";
            case SchemaExpr.Func f -> {
                List<String> parts = new ArrayList<>();
                for (Object argument : f.args()) {
                    parts.add(argument instanceof String name ? "F(" + name + ")" : text(argument));
                }
                for (Map.Entry<String, Object> e : f.kwargs().entrySet()) {
                    parts.add(e.getKey() + "=" + text(e.getValue()));
                }
                yield f.name() + "(" + String.join(", ", parts) + ")";
            }
            case SchemaExpr other -> String.valueOf(other);
            case null, default -> "Value(" + PythonText.repr(expression) + ")";
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
