package quintet.contenttypes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.PlainHandle;
import quintet.orm.QuerySet;
import quintet.orm.Ref;

/**
 * A reference to a row of any model: a handle over a foreign key to {@link ContentType} and a field with the row's key.
 * Answers to Django's {@code GenericForeignKey}.
 *
 * <pre>{@code
 * @ForeignKey(onDelete = CASCADE) public Ref<ContentType> contentType;
 * public long objectId;
 * public GenericRef contentObject;
 * }</pre>
 *
 * <p>A text holds the keys of all models, those with several fields as {@link quintet.orm.KeyText} writes them.
 */
public final class GenericRef implements PlainHandle {
    private final KeyedModel<?> owner;
    private final String typeField;
    private final String keyField;
    private @Nullable KeyedModel<?> loaded;
    private @Nullable Object loadedFor;

    private GenericRef(KeyedModel<?> owner, String typeField, String keyField) {
        this.owner = owner;
        this.typeField = typeField;
        this.keyField = keyField;
    }

    /** The reference of an object; companions call it. */
    public static GenericRef of(KeyedModel<?> owner, String contentType, String objectId) {
        return new GenericRef(owner, contentType, objectId);
    }

    private FieldMeta field(String name) {
        return owner.meta().field(name);
    }

    /** The key of the row it points to, as the field holds it; null if it points nowhere. Never queries. */
    public @Nullable Object id() {
        Object value = field(keyField).get(owner);
        return value instanceof Ref<?> ref ? ref.id() : value;
    }

    /** The key of the content type; null if it points nowhere. */
    private @Nullable Integer typeId() {
        return field(typeField).get(owner) instanceof Ref<?> ref && ref.id() instanceof Integer id ? id : null;
    }

    /** The content type of the row; null if it points nowhere. */
    public @Nullable ContentType contentType() {
        Integer id = typeId();
        return id == null ? null : ContentType.cache().byId(id, owner.database());
    }

    private @Nullable Object place() {
        Integer type = typeId();
        Object id = id();
        return type == null || id == null ? null : List.of(type, id);
    }

    /** The object, loaded if it was not yet; null if it points nowhere or the row is gone. */
    public @Nullable KeyedModel<?> get() {
        Object place = place();
        if (place == null) {
            return null;
        }
        if (!place.equals(loadedFor)) {
            ContentType type = contentType();
            Object id = id();
            fill(place, type == null || id == null ? null : type.object(id));
        }
        return loaded;
    }

    /** The object if it is of this model; empty if it points elsewhere, nowhere, or to a row that is gone. */
    public <T extends KeyedModel<?>> Optional<T> find(Class<T> model) {
        KeyedModel<?> object = get();
        return model.isInstance(object) ? Optional.of(model.cast(object)) : Optional.empty();
    }

    private void fill(Object place, @Nullable KeyedModel<?> object) {
        loadedFor = place;
        loaded = object;
    }

    /** Points to an object, which must have been saved; null: nowhere. */
    public void set(@Nullable KeyedModel<?> object) {
        if (object == null) {
            field(typeField).set(owner, null);
            field(keyField).set(owner, null);
            loaded = null;
            loadedFor = null;
            return;
        }
        Object key = object.key();
        if (key == null) {
            throw new IllegalStateException(
                    "Save the " + object.meta().objectName() + " first: a reference to it needs its key.");
        }
        field(typeField)
                .set(owner, Ref.of(ContentType.class, ContentType.of(object).savedKey()));
        field(keyField).set(owner, HeldKeys.held(field(keyField), object.meta(), key));
        Object place = place();
        if (place != null) {
            fill(place, object);
        }
    }

    /** Whether {@link #get} answers without a query. */
    public boolean isLoaded() {
        Object place = place();
        return place == null || place.equals(loadedFor);
    }

    /**
     * Loads what many references point to, with one query for each model. Django's prefetch of a generic foreign key.
     *
     * @param references references of one or several objects
     */
    public static void load(Collection<GenericRef> references) {
        load(references, List.of());
    }

    @Override
    public List<Object> load(List<PlainHandle> handles, List<QuerySet<?>> queries) {
        List<GenericRef> references = new ArrayList<>();
        handles.forEach(handle -> references.add((GenericRef) handle));
        load(references, queries);
        List<Object> all = new ArrayList<>();
        references.forEach(reference -> all.addAll(reference.takeLoaded()));
        return all;
    }

    private static void load(Collection<GenericRef> references, List<QuerySet<?>> queries) {
        Map<ContentType, List<GenericRef>> byType = new LinkedHashMap<>();
        for (GenericRef reference : references) {
            ContentType type = reference.isLoaded() ? null : reference.contentType();
            if (type != null) {
                byType.computeIfAbsent(type, t -> new ArrayList<>()).add(reference);
            }
        }
        byType.forEach((type, waiting) -> load(type, waiting, queries));
    }

    @Override
    public List<Object> takeLoaded() {
        return loaded == null ? List.of() : List.of(loaded);
    }

    private static void load(ContentType type, List<GenericRef> references, List<QuerySet<?>> queries) {
        ModelMeta<?> meta = type.modelMeta();
        Map<String, KeyedModel<?>> found = new HashMap<>();
        if (meta != null) {
            List<Object> keys = new ArrayList<>();
            for (GenericRef reference : references) {
                Object key = HeldKeys.key(meta, String.valueOf(reference.id()));
                if (key != null) {
                    keys.add(key);
                }
            }
            String database = references.getFirst().owner.database();
            QuerySet<?> rows = queries.stream()
                    .filter(query -> query.type() == meta.type())
                    .findFirst()
                    .orElse(ContentType.in(meta.baseRows(), database));
            rows.filter("pk__in", keys).list().forEach(object -> {
                KeyedModel<?> row = (KeyedModel<?>) object;
                found.put(HeldKeys.text(row.key()), row);
            });
        }
        for (GenericRef reference : references) {
            Object place = reference.place();
            if (place != null) {
                reference.fill(place, found.get(String.valueOf(reference.id())));
            }
        }
    }

    /** The model and the key. */
    @Override
    public String toString() {
        return loaded != null ? loaded.toString() : String.valueOf(place());
    }
}
