package quintet.orm.internal.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.ModelMeta;

/**
 * One step from a model to another.
 *
 * @param field the foreign key that makes the connection
 * @param forward whether it goes the foreign key's way, or back
 * @param many whether one row may meet several
 * @param filtered the name of a relation with a condition of its own; null: all related rows
 */
record Hop(
        FieldMeta field,
        boolean forward,
        boolean many,
        @Nullable String filtered) {
    /** The steps from a model to the one of its parents whose table has something; none if it is its own table. */
    static List<Hop> up(ModelMeta<?> from, ModelMeta<?> owner) {
        List<Hop> hops = new ArrayList<>();
        ModelMeta<?> at = from.concrete();
        while (at != owner.concrete()) {
            FieldMeta link = at.parentLink();
            if (link == null) {
                throw new IllegalStateException(from.label() + " has no parent " + owner.label() + ".");
            }
            hops.add(forward(link));
            at = link.target().concrete();
        }
        return hops;
    }

    /** Whether it leads from a parent's row to the child's. */
    boolean down() {
        return !forward && field.isParentLink();
    }

    static Hop forward(FieldMeta field) {
        return new Hop(field, true, false, null);
    }

    static Hop back(FieldMeta field) {
        return new Hop(field, false, !field.isUnique(), null);
    }

    Hop filtered(String name) {
        return new Hop(field, forward, many, name);
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
