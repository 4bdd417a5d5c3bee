package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.DeletionBlocked;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.ReverseMeta;

/** The objects that stand against a deletion: protected ones at once, restricting ones unless they go too. */
final class DeletionBlockers {
    private final List<KeyedModel<?>> protecting = new ArrayList<>();
    private final IdentityHashMap<KeyedModel<?>, ReverseMeta> restricting = new IdentityHashMap<>();
    private @Nullable ReverseMeta protectedBy;

    void protect(ReverseMeta back, List<KeyedModel<?>> objects) {
        protecting.addAll(objects);
        protectedBy = back;
    }

    void restrict(ReverseMeta back, List<KeyedModel<?>> objects) {
        objects.forEach(object -> restricting.put(object, back));
    }

    /** Fails if something is protected. */
    void checkProtected() {
        if (!protecting.isEmpty() && protectedBy != null) {
            throw blocked(protectedBy, protecting, false);
        }
    }

    /** Fails if something is protected, or restricting and not among those that go. */
    void check(Map<ModelMeta<?>, Map<Object, KeyedModel<?>>> doomed) {
        checkProtected();
        Map<ReverseMeta, List<KeyedModel<?>>> left = new LinkedHashMap<>();
        restricting.forEach((object, back) -> {
            Map<Object, KeyedModel<?>> going = doomed.get(object.meta());
            if (going == null || !going.containsKey(object.key())) {
                left.computeIfAbsent(back, b -> new ArrayList<>()).add(object);
            }
        });
        if (!left.isEmpty()) {
            var first = left.entrySet().iterator().next();
            throw blocked(first.getKey(), first.getValue(), true);
        }
    }

    private static DeletionBlocked blocked(ReverseMeta back, List<KeyedModel<?>> objects, boolean restricted) {
        return new DeletionBlocked(
                "Cannot delete some instances of model '" + back.target().objectName()
                        + "' because they are referenced through "
                        + (restricted ? "restricted" : "protected") + " foreign keys: '"
                        + back.model().objectName() + "."
                        + back.field().name() + "'.",
                objects,
                restricted);
    }
}
