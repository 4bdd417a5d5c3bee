package quintet.contenttypes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.PlainHandle;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.orm.Ref;

/**
 * The rows of a model that point to an object with a {@link GenericRef}: {@code public GenericMany<TaggedItem> tags}. They
 * are deleted with the object. Answers to Django's {@code GenericRelation}.
 *
 * @param <T> the model of the rows
 */
public final class GenericMany<T extends KeyedModel<?>> implements Queries<T>, PlainHandle {
    private final KeyedModel<?> owner;
    private final Class<T> type;
    private final String typeField;
    private final String keyField;
    private @Nullable List<T> loaded;

    private GenericMany(KeyedModel<?> owner, Class<T> type, String typeField, String keyField) {
        this.owner = owner;
        this.type = type;
        this.typeField = typeField;
        this.keyField = keyField;
    }

    /** The rows that point to an object; companions call it. */
    public static <T extends KeyedModel<?>> GenericMany<T> of(
            KeyedModel<?> owner, Class<T> type, String contentType, String objectId) {
        return new GenericMany<>(owner, type, contentType, objectId);
    }

    private Object key() {
        Object key = Objects.requireNonNullElseGet(owner.key(), () -> {
            throw new IllegalStateException(
                    "Save the " + owner.meta().objectName() + " first: nothing can point to it while it has no key.");
        });
        return HeldKeys.held(ModelMeta.of(type).field(keyField), owner.meta(), key);
    }

    /** The rows as a query. */
    @Override
    public QuerySet<T> all() {
        Object key = key();
        QuerySet<T> rows = ModelMeta.of(type).manager().all();
        return ContentType.in(rows, owner.database())
                .filter(typeField, ContentType.of(owner).savedKey())
                .filter(keyField, key);
    }

    /** The rows; those that {@code prefetchRelated} loaded, else from the database. */
    @Override
    public List<T> list() {
        List<T> known = loaded;
        return known != null ? known : all().list();
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    @Override
    public long count() {
        List<T> known = loaded;
        return known != null ? known.size() : all().count();
    }

    @Override
    public boolean exists() {
        List<T> known = loaded;
        return known != null ? !known.isEmpty() : all().exists();
    }

    /** Whether the rows were loaded with their owner. */
    public boolean isLoaded() {
        return loaded != null;
    }

    @Override
    public List<Object> takeLoaded() {
        List<T> known = loaded;
        loaded = null;
        return known == null ? List.of() : List.copyOf(known);
    }

    /** Loads the rows of several owners of one model with one query. */
    @Override
    public List<Object> load(List<PlainHandle> handles, List<QuerySet<?>> queries) {
        Map<String, List<T>> byKey = new LinkedHashMap<>();
        List<Object> keys = new ArrayList<>();
        for (PlainHandle handle : handles) {
            @SuppressWarnings("unchecked") // handles of one relation are of one type
            GenericMany<T> many = (GenericMany<T>) handle;
            // An owner can be there twice, where a join brought it twice: each has the rows.
            many.loaded = byKey.computeIfAbsent(String.valueOf(many.key()), key -> {
                keys.add(many.key());
                return new ArrayList<>();
            });
        }
        @SuppressWarnings("unchecked") // a query for another model finds no such fields
        QuerySet<T> rows = queries.isEmpty() ? ModelMeta.of(type).manager().all() : (QuerySet<T>) queries.getFirst();
        List<Object> found = new ArrayList<>();
        QuerySet<T> here = rows.database() == null ? ContentType.in(rows, owner.database()) : rows;
        for (T row : here.filter(typeField, ContentType.of(owner).savedKey())
                .filter(keyField + "__in", keys)
                .list()) {
            List<T> mine = byKey.get(String.valueOf(row.meta().field(keyField).get(row)));
            if (mine != null) {
                mine.add(row);
                found.add(row);
            }
        }
        return found;
    }

    private void point(KeyedModel<?> row, @Nullable Object key) {
        row.meta()
                .field(typeField)
                .set(row, Ref.of(ContentType.class, ContentType.of(owner).savedKey()));
        row.meta().field(keyField).set(row, key);
    }

    /** Makes a row that points here and saves it. */
    @Override
    public T create(Consumer<? super T> fill) {
        loaded = null;
        Object key = key();
        return all().create(row -> {
            point(row, key);
            fill.accept(row);
        });
    }

    /** Lets a row point here, and saves it. */
    public void add(T row) {
        addAll(List.of(row));
    }

    /** Lets rows point here, and saves them. */
    public void addAll(Collection<? extends T> rows) {
        loaded = null;
        Object key = key();
        for (T row : rows) {
            point(row, key);
            row.save();
        }
    }

    /** Deletes one of the rows. Django's {@code remove}. */
    public void remove(T row) {
        loaded = null;
        all().filter("pk", row.key()).delete();
    }

    /** Deletes all rows that point here. Django's {@code clear}. */
    public void clear() {
        loaded = null;
        all().delete();
    }

    /** Makes exactly these rows point here; others that did are deleted. */
    public void set(Collection<? extends T> rows) {
        List<Object> keys = new java.util.ArrayList<>();
        for (T row : rows) {
            Object key = row.key();
            if (key != null) {
                keys.add(key);
            }
        }
        all().exclude("pk__in", keys).delete();
        addAll(rows);
    }
}
