package quintet.orm.internal.sql;

import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;

/** Values given to fields. */
final class Assigned {
    private Assigned() {}

    static @Nullable Object prepare(FieldMeta field, ValueType type, @Nullable Object value) {
        if (value instanceof KeyedModel<?> object && field.isReference()) {
            if (!object.meta().isOrExtends(field.target())) {
                throw new QueryError(field + " points to " + field.target().objectName() + " and cannot be set to a "
                        + object.meta().objectName() + ".");
            }
            return type.prepare(field.targetField().get(object));
        }
        return type.prepare(value);
    }
}
