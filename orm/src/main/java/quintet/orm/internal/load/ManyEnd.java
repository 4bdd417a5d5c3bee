package quintet.orm.internal.load;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.internal.meta.KeyParts;

/**
 * A relation seen from one of its ends.
 *
 * @param target the model at the other end
 * @param isMany whether it is a many-to-many relation
 * @param relation the many-to-many field, or the foreign key that points here
 * @param path the path from the target to the owner
 * @param own the column of the table between that points to the owner
 * @param other the column of the table between that points to the other
 */
record ManyEnd(ModelMeta<?> target, boolean isMany, FieldMeta relation, String path, FieldMeta own, FieldMeta other) {
    /** Whether it is seen from the model the relation points to. */
    boolean isReverse() {
        return own.equals(relation.isManyToMany() ? relation.throughTarget() : own);
    }

    /** A relation of an object by its name. */
    static ManyEnd of(KeyedModel<?> owner, String name) {
        ModelMeta<?> meta = owner.meta();
        for (FieldMeta field : meta.manyToMany()) {
            if (field.name().equals(name)) {
                return new ManyEnd(
                        field.target(),
                        true,
                        field,
                        Prefetcher.backPath(field),
                        field.throughSource(),
                        field.throughTarget());
            }
        }
        for (FieldMeta declared : meta.declaredBacks()) {
            if (declared.name().equals(name)) {
                FieldMeta foreign = Backs.foreign(declared);
                return foreign.isManyToMany()
                        ? new ManyEnd(
                                foreign.model(),
                                true,
                                foreign,
                                foreign.name(),
                                foreign.throughTarget(),
                                foreign.throughSource())
                        : new ManyEnd(foreign.model(), false, foreign, foreign.name(), foreign, foreign);
            }
        }
        throw new QueryError(meta.label() + " has no relation '" + name + "'.");
    }

    /** The database in which the relation is changed. */
    Db db(KeyedModel<?> owner) {
        ModelMeta<?> model = isMany ? own.model() : target;
        return Databases.current().forWrite(model, owner);
    }

    /** The keys of objects of the model at the other end, or of keys. */
    Set<Object> keys(Collection<?> objects) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> model) {
                if (!model.meta().isOrExtends(target.concrete())) {
                    throw new QueryError("A " + target.objectName() + " is expected here, not a "
                            + model.meta().objectName() + ".");
                }
                if (model.key() == null) {
                    throw new QueryError("Save the " + model.meta().objectName() + " first: it has no key yet.");
                }
                keys.add(Objects.requireNonNull(model.key()));
            } else {
                keys.add(target.hasCompositeKey() ? KeyParts.typed(target, object) : object);
            }
        }
        return keys;
    }
}
