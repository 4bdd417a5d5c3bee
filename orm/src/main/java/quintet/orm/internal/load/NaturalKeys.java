package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.List;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Manager;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Keys that people know rows by, made of the fields {@code Meta.naturalKey} names. A reference stands for the key of its row. */
public final class NaturalKeys {
    private NaturalKeys() {}

    /** The natural key of an object; empty if its model names no fields. */
    public static List<Object> of(KeyedModel<?> object) {
        List<Object> key = new ArrayList<>();
        for (String name : object.meta().options().naturalKey()) {
            FieldMeta field = object.meta().field(name);
            Object value = field.get(object);
            if (value instanceof Ref<?> ref) {
                key.addAll(((KeyedModel<?>) ref.get()).naturalKey());
            } else {
                key.add(value);
            }
        }
        return java.util.Collections.unmodifiableList(key);
    }

    /** The row with a natural key. */
    public static <M> M find(Manager<M> manager, List<?> key) {
        ModelMeta<M> meta = ModelMeta.of(manager.type());
        if (size(meta) != key.size() || key.isEmpty()) {
            throw new QueryError(
                    QueryError.Kind.VALUE,
                    meta.label() + " has no natural key of " + key.size() + " values.",
                    meta.options().naturalKey().isEmpty()
                            ? "Name its fields: Meta.naturalKey(...), or override getByNaturalKey in its manager."
                            : "It is made of " + meta.options().naturalKey() + ".");
        }
        Query query = manager.all().query();
        int at = 0;
        for (String name : meta.options().naturalKey()) {
            FieldMeta field = meta.field(name);
            Object value;
            if (field.isReference()) {
                int size = size(field.target());
                value = field.target().manager().getByNaturalKey(key.subList(at, at + size));
                at += size;
            } else {
                value = key.get(at++);
            }
            query = query.filter(new Node.Lookup(new Node.Path(name), "exact", new Node.Param(value)));
        }
        return OneRow.only(manager.all().with(query));
    }

    /** How many values a natural key has; 0: there is none. */
    private static int size(ModelMeta<?> meta) {
        int size = 0;
        for (String name : meta.options().naturalKey()) {
            FieldMeta field = meta.field(name);
            size += field.isReference() ? size(field.target()) : 1;
        }
        return size;
    }
}
