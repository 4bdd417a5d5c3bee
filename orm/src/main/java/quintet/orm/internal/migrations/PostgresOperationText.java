package quintet.orm.internal.migrations;

import java.util.Locale;
import quintet.orm.Operation;
import quintet.orm.Operation.Category;
import quintet.orm.PostgresOperation;

/** What PostgreSQL's own steps say of themselves, in Django's words. */
final class PostgresOperationText {
    private PostgresOperationText() {}

    static String describe(PostgresOperation operation) {
        return switch (operation) {
            case PostgresOperation.CreateExtension o -> "Creates extension " + o.name();
            case PostgresOperation.CreateCollation o -> "Create collation " + o.name();
            case PostgresOperation.RemoveCollation o -> "Remove collation " + o.name();
            case PostgresOperation.AddIndexConcurrently o -> {
                String plain = OperationText.describe(new Operation.AddIndex(o.model(), o.index()));
                yield "Concurrently c" + plain.substring(1);
            }
            case PostgresOperation.RemoveIndexConcurrently o ->
                "Concurrently remove index " + o.name() + " from " + o.model();
            case PostgresOperation.AddConstraintNotValid o ->
                "Create not valid constraint " + o.constraint().name() + " on model " + o.model();
            case PostgresOperation.ValidateConstraint o -> "Validate constraint " + o.name() + " on model " + o.model();
        };
    }

    static Category category(PostgresOperation operation) {
        return switch (operation) {
            case PostgresOperation.CreateExtension o -> Category.ADDITION;
            case PostgresOperation.CreateCollation o -> Category.ADDITION;
            case PostgresOperation.AddIndexConcurrently o -> Category.ADDITION;
            case PostgresOperation.AddConstraintNotValid o -> Category.ADDITION;
            case PostgresOperation.RemoveCollation o -> Category.REMOVAL;
            case PostgresOperation.RemoveIndexConcurrently o -> Category.REMOVAL;
            case PostgresOperation.ValidateConstraint o -> Category.ALTERATION;
        };
    }

    static String nameFragment(PostgresOperation operation) {
        return switch (operation) {
            case PostgresOperation.CreateExtension o -> "create_extension_" + o.name();
            case PostgresOperation.CreateCollation o -> "create_collation_" + lower(o.name());
            case PostgresOperation.RemoveCollation o -> "remove_collation_" + lower(o.name());
            case PostgresOperation.AddIndexConcurrently o ->
                lower(o.model()) + "_" + lower(o.index().name());
            case PostgresOperation.RemoveIndexConcurrently o -> "remove_" + lower(o.model()) + "_" + lower(o.name());
            case PostgresOperation.AddConstraintNotValid o ->
                lower(o.model()) + "_" + lower(o.constraint().name()) + "_not_valid";
            case PostgresOperation.ValidateConstraint o -> lower(o.model()) + "_validate_" + lower(o.name());
        };
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
