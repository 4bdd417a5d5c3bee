package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quintet.orm.ModelMeta;

/** The order in which tables are emptied, so that nothing points to rows that are gone. */
final class DeletionOrder {
    private final Map<ModelMeta<?>, Set<ModelMeta<?>>> before = new LinkedHashMap<>();

    /** Rows of one model go before those of the other that they point to. */
    void first(ModelMeta<?> dependant, ModelMeta<?> target) {
        before.computeIfAbsent(dependant, m -> new LinkedHashSet<>()).add(target);
    }

    /** The models in order. */
    List<ModelMeta<?>> of(Collection<ModelMeta<?>> models) {
        List<ModelMeta<?>> result = new ArrayList<>();
        Set<ModelMeta<?>> seen = new LinkedHashSet<>();
        for (ModelMeta<?> meta : models) {
            visit(meta, models, seen, result);
        }
        return result;
    }

    private void visit(
            ModelMeta<?> meta, Collection<ModelMeta<?>> models, Set<ModelMeta<?>> seen, List<ModelMeta<?>> result) {
        if (!seen.add(meta)) {
            return;
        }
        before.forEach((dependant, targets) -> {
            if (targets.contains(meta) && models.contains(dependant)) {
                visit(dependant, models, seen, result);
            }
        });
        result.add(meta);
    }
}
