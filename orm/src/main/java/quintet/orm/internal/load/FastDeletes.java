package quintet.orm.internal.load;

import org.jspecify.annotations.Nullable;
import quintet.fields.OnDelete;
import quintet.orm.FieldMeta;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.ReverseMeta;
import quintet.orm.Signals;

/** Models whose rows can be deleted without being read: nobody listens and nothing depends on them. */
final class FastDeletes {
    private FastDeletes() {}

    /** {@code from}: the foreign key by which they are found; null: another way. */
    static boolean possible(ModelMeta<?> meta, @Nullable FieldMeta from) {
        if (Signals.PRE_DELETE.hasListeners(meta.type()) || Signals.POST_DELETE.hasListeners(meta.type())) {
            return false;
        }
        if (hasGenericDependants(meta)) {
            return false;
        }
        FieldMeta link = meta.parentLink();
        if (link != null && !link.equals(from)) {
            return false;
        }
        if (meta.isProxy() || meta.manyToMany().stream().anyMatch(FieldMeta::hasAutomaticThrough)) {
            return false;
        }
        for (ReverseMeta back : meta.backs()) {
            FieldMeta field = back.field();
            if (field.isParentLink() && back.target().concrete() != meta.concrete()) {
                // The way from a parent to one of its children, this one or a sibling: no row of those is below this
                // one.
                continue;
            }
            if (field.isManyToMany()) {
                if (field.hasAutomaticThrough()) {
                    return false;
                }
            } else if (field.onDelete() != OnDelete.DO_NOTHING
                    && !field.onDelete().isDatabase()) {
                return false;
            }
        }
        return true;
    }

    /** Rows that name an object by its model and key have to be looked for. */
    @SuppressWarnings("unchecked") // asked with an object of the model
    private static boolean hasGenericDependants(ModelMeta<?> meta) {
        ModelAccess<Object> access = (ModelAccess<Object>) meta.access();
        return !access.dependants(access.make()).isEmpty();
    }
}
