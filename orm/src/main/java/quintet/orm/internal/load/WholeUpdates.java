package quintet.orm.internal.load;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.meta.KeyParts;
import quintet.orm.internal.query.Node;

/** New values of references to keys with several fields: a value for each of their columns. */
final class WholeUpdates {
    private WholeUpdates() {}

    /** The new values of a reference's columns, in order. */
    static List<Node> parts(ModelMeta<?> model, FieldMeta field, Node value) {
        if (value instanceof Node.Param param) {
            return of(field, param.value()).stream()
                    .map(part -> (Node) new Node.Param(part))
                    .toList();
        }
        if (value instanceof Node.Path path) {
            FieldMeta from = model.findField(path.text()).orElse(null);
            if (from != null
                    && from.isComposite()
                    && from.parts().size() == field.parts().size()) {
                return from.parts().stream()
                        .map(part -> (Node) new Node.Path(part.name()))
                        .toList();
            }
        }
        throw new QueryError(
                QueryError.Kind.NOT_SUPPORTED,
                "The reference " + field + " has several columns and cannot be set to one expression.",
                "Give it an object, a key or another such reference of the row, or set its columns by name: "
                        + field.parts().stream().map(FieldMeta::name).toList() + ".");
    }

    private static List<? extends @Nullable Object> of(FieldMeta field, @Nullable Object value) {
        if (value == null || (value instanceof Ref<?> ref && !ref.isPresent())) {
            return Collections.nCopies(field.parts().size(), null);
        }
        if (value instanceof KeyedModel<?> object) {
            check(field, object);
        }
        return KeyParts.typed(field.target(), value);
    }

    private static void check(FieldMeta field, KeyedModel<?> object) {
        if (!object.meta().isOrExtends(field.target())) {
            throw new QueryError(field + " points to " + field.target().objectName() + " and cannot be set to a "
                    + object.meta().objectName() + ".");
        }
        if (object.key() == null) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    "Model instances passed to related filters must be saved.",
                    "The " + object.meta().objectName() + " has no key yet.");
        }
    }
}
