package quintet.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.load.Deleter;

/**
 * What deleting some objects would take with it: for pages and commands that ask first. Nothing is deleted and no signal sent. What
 * a database deletes by rules of its own is not known here. Django's deletion {@code Collector}.
 *
 * @param rows the objects that would be deleted, those asked for among them, by model
 */
public record DeletionPlan(Map<ModelMeta<?>, List<KeyedModel<?>>> rows) {
    /**
     * Plans the deletion of objects of one model.
     *
     * @param database the alias of the database; null: that of the objects
     * @throws DeletionBlocked if a row that is not among them protects one of them
     */
    public static DeletionPlan of(Collection<? extends KeyedModel<?>> objects, @Nullable String database) {
        return new DeletionPlan(Deleter.plan(List.copyOf(objects), database));
    }
}
