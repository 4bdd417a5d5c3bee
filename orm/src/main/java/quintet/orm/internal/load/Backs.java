package quintet.orm.internal.load;

import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;
import quintet.orm.ReverseMeta;
import quintet.orm.internal.Backdoor;

/** The other ends of relations in objects. */
final class Backs {
    private Backs() {}

    /** Ties the two ends of a one-to-one relation together. */
    static void fillOne(ReverseMeta back, KeyedModel<?> owner, @Nullable KeyedModel<?> object) {
        FieldMeta declared = declared(back);
        if (declared != null && declared.get(owner) instanceof Ref<?> ref) {
            Backdoor.get().fill(ref, object);
        }
        if (object != null && back.field().get(object) instanceof Ref<?> forward) {
            Backdoor.get().fill(forward, owner);
        }
    }

    /** The field of the target that declares the way back, or null. */
    static @Nullable FieldMeta declared(ReverseMeta back) {
        for (FieldMeta field : back.target().declaredBacks()) {
            if (foreign(field).equals(back.field())) {
                return field;
            }
        }
        return null;
    }

    /** The field of the other model that a declared way back is of. */
    static FieldMeta foreign(FieldMeta declared) {
        return declared.target().field(declared.declaration().text("reverse"));
    }
}
