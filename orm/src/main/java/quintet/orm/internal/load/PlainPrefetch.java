package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.PlainHandle;
import quintet.orm.PlainRelation;
import quintet.orm.QuerySet;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.query.Query;

/** Loads relations without foreign keys for many objects at once. */
final class PlainPrefetch {
    private PlainPrefetch() {}

    @SuppressWarnings("unchecked") // the owners are of the model
    static List<Object> load(
            List<KeyedModel<?>> owners, PlainRelation relation, List<Query> own, @Nullable String into) {
        ModelMeta<?> meta = owners.getFirst().meta();
        ModelAccess<Object> access = (ModelAccess<Object>) meta.access();
        int place = meta.plainRelations().indexOf(relation);
        List<PlainHandle> handles = new ArrayList<>();
        owners.forEach(owner -> handles.add(access.plain(owner, place)));
        List<QuerySet<?>> queries = new ArrayList<>();
        own.forEach(query -> queries.add(new QuerySet<>(Objects.requireNonNull(query.model()), query)));
        List<Object> found = new ArrayList<>();
        for (List<PlainHandle> portion : Keys.split(handles)) {
            found.addAll(portion.getFirst().load(portion, queries));
        }
        if (into != null) {
            for (int i = 0; i < owners.size(); i++) {
                List<Object> loaded = handles.get(i).takeLoaded();
                Object one = loaded.isEmpty() ? null : loaded.getFirst();
                Backdoor.get().annotation(owners.get(i), into, relation.many() ? loaded : one);
            }
        }
        return found;
    }
}
