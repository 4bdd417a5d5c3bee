package quintet.orm;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.load.ManyRelation;

/**
 * The objects at the other end of a relation to many: a many-to-many field, or the way back of a foreign key. A light
 * handle; it asks the database when it is used, unless the objects were loaded with {@code prefetchRelated}. Answers to
 * Django's related managers.
 *
 * @param <T> the model at the other end
 */
public final class Many<T> implements Queries<T> {
    private final Class<T> type;
    private final KeyedModel<?> owner;
    private final String name;
    private @Nullable List<T> loaded;

    Many(Class<T> type, KeyedModel<?> owner, String name) {
        this.type = type;
        this.owner = owner;
        this.name = name;
    }

    /** The related objects as a query. */
    @Override
    public QuerySet<T> all() {
        return new QuerySet<>(type, ManyRelation.query(owner, name));
    }

    /** The related objects; those that {@code prefetchRelated} loaded, else from the database. */
    @Override
    public List<T> list() {
        List<T> known = loaded;
        return known != null ? known : all().list();
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    /** The number of related objects. */
    @Override
    public long count() {
        List<T> known = loaded;
        return known != null ? known.size() : all().count();
    }

    /** Whether there are related objects. */
    @Override
    public boolean exists() {
        List<T> known = loaded;
        return known != null ? !known.isEmpty() : all().exists();
    }

    /** Whether the objects were loaded with their owner. */
    public boolean isLoaded() {
        return loaded != null;
    }

    /** Makes a related object and saves it. */
    @Override
    public T create(Consumer<? super T> fill) {
        loaded = null;
        return ManyRelation.create(owner, name, fill, List.of());
    }

    /**
     * Makes a related object and saves it; the new row of the table between gets these values. Django's {@code
     * through_defaults}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <L> T create(Consumer<? super T> fill, Assignment<L>... through) {
        loaded = null;
        return ManyRelation.create(owner, name, fill, List.of(through));
    }

    @Override
    public Created<T> getOrCreate(List<Assignment<? super T>> values, Consumer<? super T> defaults) {
        loaded = null;
        return ManyRelation.getOrCreate(this, owner, name, values, defaults);
    }

    @Override
    public Created<T> getOrCreate(Assignment<? super T> value, Consumer<? super T> defaults) {
        return getOrCreate(List.of(value), defaults);
    }

    @Override
    public Created<T> updateOrCreate(List<Assignment<? super T>> values, Consumer<? super T> change) {
        loaded = null;
        return ManyRelation.updateOrCreate(this, owner, name, values, change);
    }

    @Override
    public Created<T> updateOrCreate(Assignment<? super T> value, Consumer<? super T> change) {
        return updateOrCreate(List.of(value), change);
    }

    /** Relates an object; one that is related already stays so. */
    public void add(T object) {
        addAll(List.of(object));
    }

    /** Relates objects. */
    public void addAll(Collection<? extends T> objects) {
        loaded = null;
        ManyRelation.add(owner, name, objects, List.of());
    }

    /**
     * Relates an object; the new row of the table between gets these values, as in {@code
     * book.tags.add(tag, Tagging_.weight.to(3))}. Django's {@code through_defaults}.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <L> void add(T object, Assignment<L>... through) {
        addAll(List.of(object), through);
    }

    /** Relates objects; the new rows of the table between get these values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <L> void addAll(Collection<? extends T> objects, Assignment<L>... through) {
        loaded = null;
        ManyRelation.add(owner, name, objects, List.of(through));
    }

    /** Relates objects by their keys. */
    public void addKeys(Collection<?> keys) {
        loaded = null;
        ManyRelation.add(owner, name, keys, List.of());
    }

    /** Takes an object away; it stays in the database. */
    public void remove(T object) {
        removeAll(List.of(object));
    }

    /** Takes objects away. */
    public void removeAll(Collection<? extends T> objects) {
        loaded = null;
        ManyRelation.remove(owner, name, objects);
    }

    /** Takes objects away by their keys. */
    public void removeKeys(Collection<?> keys) {
        loaded = null;
        ManyRelation.remove(owner, name, keys);
    }

    /** Takes all objects away. */
    public void clear() {
        loaded = null;
        ManyRelation.clear(owner, name);
    }

    /** Relates exactly these objects (or objects with these keys). */
    public void set(Collection<?> objects) {
        loaded = null;
        ManyRelation.set(owner, name, objects, false, List.of());
    }

    /** Relates exactly these; the new rows of the table between get these values. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final <L> void set(Collection<?> objects, Assignment<L>... through) {
        loaded = null;
        ManyRelation.set(owner, name, objects, false, List.of(through));
    }

    /** Takes all objects away, then relates these. Django's {@code set(objects, clear=True)}. */
    public void replace(Collection<?> objects) {
        loaded = null;
        ManyRelation.set(owner, name, objects, true, List.of());
    }

    /**
     * The keys of the objects in the order that {@code Meta.orderWithRespectTo} of their model keeps. Django's {@code
     * get_answer_order}.
     */
    public List<Object> order() {
        return quintet.orm.internal.load.RowOrder.keys(owner, name);
    }

    /** Puts the objects, given as such or by their keys, into this order. Django's {@code set_answer_order}. */
    public void order(Collection<?> objects) {
        loaded = null;
        quintet.orm.internal.load.RowOrder.arrange(owner, name, objects);
    }

    void forget() {
        loaded = null;
    }

    @SuppressWarnings("unchecked") // the loader gives objects of the type
    void fill(List<?> objects) {
        loaded = (List<T>) objects;
    }

    /** The relation's name and owner. */
    @Override
    public String toString() {
        return owner.getClass().getSimpleName() + "." + name;
    }
}
