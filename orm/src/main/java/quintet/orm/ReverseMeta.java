package quintet.orm;

import java.util.Set;
import quintet.fields.FieldKind;

/**
 * The way back of a relation: from the model it points to, to the model that declares it. Answers to Django's
 * {@code ForeignObjectRel}.
 *
 * @param field the field of the other model
 * @param target the model this way starts from
 * @param accessorName the name by which objects of the target reach the others; "" if there is none
 * @param queryNames the names it has in lookups, the usual one first
 */
public record ReverseMeta(FieldMeta field, ModelMeta<?> target, String accessorName, Set<String> queryNames) {
    /** The model that declares the relation. */
    public ModelMeta<?> model() {
        return field.model();
    }

    /** Whether there is at most one object at the other end. */
    public boolean isOneToOne() {
        return field.kind() == FieldKind.ONE_TO_ONE;
    }

    /** The usual name in lookups. */
    public String queryName() {
        return queryNames.iterator().next();
    }
}
