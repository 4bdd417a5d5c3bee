package quintet.contenttypes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.ModelMeta;
import quintet.orm.QuerySet;

/** The content types of one site, by database; they never change once they are there. */
final class ContentTypeCache {
    private record Place(String database, Object key) {}

    private final Map<Place, ContentType> known = new ConcurrentHashMap<>();

    ContentType of(ModelMeta<?> meta, @Nullable String database) {
        Place place = new Place(alias(database), meta.appLabel() + "." + meta.modelName());
        ContentType cached = known.get(place);
        if (cached != null) {
            return cached;
        }
        QuerySet<ContentType> rows = ContentType.objects.all().using(alias(database));
        var values = java.util.List.<Assignment<? super ContentType>>of(
                Assignment.of("appLabel", meta.appLabel()), Assignment.of("model", meta.modelName()));
        var created = rows.getOrCreate(values, type -> {});
        // A row made in a transaction may be taken back, so only rows that were there are kept.
        return created.created() ? created.object() : keep(place.database(), created.object());
    }

    ContentType byId(int id, @Nullable String database) {
        Place place = new Place(alias(database), id);
        ContentType cached = known.get(place);
        return cached != null
                ? cached
                : keep(
                        place.database(),
                        ContentType.objects.all().using(alias(database)).get(id));
    }

    void clear() {
        known.clear();
    }

    private static String alias(@Nullable String database) {
        return database == null ? quintet.orm.Database.DEFAULT : database;
    }

    private ContentType keep(String database, ContentType type) {
        type.detach();
        known.put(new Place(database, type.savedKey()), type);
        known.put(new Place(database, type.appLabel + "." + type.model), type);
        return type;
    }
}
