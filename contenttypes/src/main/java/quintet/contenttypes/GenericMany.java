package quintet.contenttypes;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.Queries;
import quintet.orm.QuerySet;
import quintet.orm.Ref;

/**
 * The rows of a model that point to an object with a {@link GenericRef}: {@code public GenericMany<TaggedItem> tags}. They
 * are deleted with the object. Answers to Django's {@code GenericRelation}.
 *
 * @param <T> the model of the rows
 */
public final class GenericMany<T extends KeyedModel<?>> implements Queries<T> {
    private final KeyedModel<?> owner;
    private final Class<T> type;
    private final String typeField;
    private final String keyField;

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
        return Objects.requireNonNullElseGet(owner.key(), () -> {
            throw new IllegalStateException(
                    "Save the " + owner.meta().objectName() + " first: nothing can point to it while it has no key.");
        });
    }

    /** The rows as a query. */
    @Override
    public QuerySet<T> all() {
        Object key = key();
        QuerySet<T> rows = ModelMeta.of(type).manager().all();
        return ContentType.in(rows, owner.database())
                .filter(typeField, ContentType.of(owner).key0())
                .filter(keyField, key);
    }

    private void point(KeyedModel<?> row, @Nullable Object key) {
        row.meta()
                .field(typeField)
                .set(row, Ref.of(ContentType.class, ContentType.of(owner).key0()));
        row.meta().field(keyField).set(row, key);
    }

    /** Makes a row that points here and saves it. */
    @Override
    public T create(Consumer<? super T> fill) {
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
        Object key = key();
        for (T row : rows) {
            point(row, key);
            row.save();
        }
    }

    /** Deletes one of the rows. Django's {@code remove}. */
    public void remove(T row) {
        all().filter("pk", row.key()).delete();
    }

    /** Deletes all rows that point here. Django's {@code clear}. */
    public void clear() {
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
