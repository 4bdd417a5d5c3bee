package quintet.orm.internal.sql;

import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/**
 * One step from a model to another.
 *
 * @param field the foreign key that makes the connection
 * @param forward whether it goes the foreign key's way, or back
 * @param many whether one row may meet several
 */
record Hop(FieldMeta field, boolean forward, boolean many) {
    static Hop forward(FieldMeta field) {
        return new Hop(field, true, false);
    }

    static Hop back(FieldMeta field) {
        return new Hop(field, false, !field.isUnique());
    }

    ModelMeta<?> to() {
        return forward ? field.target() : field.model();
    }

    boolean nullable() {
        return !forward || field.isNullable();
    }

    /** The field in the table it leads to. */
    FieldMeta toField() {
        return forward ? field.targetField() : field;
    }

    /** The field in the table it comes from. */
    FieldMeta fromField() {
        return forward ? field : field.targetField();
    }

    String fromColumn() {
        return fromField().column();
    }

    String toColumn() {
        return toField().column();
    }
}
