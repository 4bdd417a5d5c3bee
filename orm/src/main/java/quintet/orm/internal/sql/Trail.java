package quintet.orm.internal.sql;

import java.util.List;
import quintet.orm.FieldMeta;

/**
 * A path found in the models.
 *
 * @param hops the steps through relations
 * @param field the field at the end, in the model the last hop leads to
 * @param relation whether the path names a relation rather than a plain field
 * @param key whether the path names a key as {@code pk}
 * @param rest what is left of the path: transforms and a lookup
 */
record Trail(List<Hop> hops, FieldMeta field, boolean relation, List<String> rest, boolean key) {
    /** Whether the path names a key with several fields; {@link #field} is then the first of them. */
    boolean isComposite() {
        return key && field.model().hasCompositeKey();
    }
}
