package quintet.orm;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import quintet.orm.internal.load.Bulk;
import quintet.orm.internal.load.Changes;
import quintet.orm.internal.load.Creation;

/**
 * What changes rows: making objects, writing many at once, deleting.
 *
 * @param <M> the model
 */
public interface Changing<M> {
    /** The rows as a query set. */
    QuerySet<M> all();

    /** Makes an object, lets {@code fill} set its fields, saves it. */
    default M create(Consumer<? super M> fill) {
        return Creation.create(all(), fill);
    }

    /**
     * Makes an object with values by the names of their fields, and saves it; a reference takes an object, or a key under
     * its attribute ({@code author_id}).
     */
    default M create(Map<String, ?> values) {
        return Creation.create(all(), values);
    }

    /**
     * The object that meets these lookups in Django's spelling, or a new one with the plain values among them and with
     * {@code defaults}.
     */
    default Created<M> getOrCreate(Map<String, ?> lookups, Map<String, ?> defaults) {
        return Creation.getOrCreate(all(), lookups, defaults);
    }

    /** The object that meets these lookups, with {@code defaults} written to it; or a new one with both. */
    default Created<M> updateOrCreate(Map<String, ?> lookups, Map<String, ?> defaults) {
        return Creation.updateOrCreate(all(), lookups, defaults, defaults);
    }

    /** As {@link #updateOrCreate(Map, Map)}, with other values for a new object. */
    default Created<M> updateOrCreate(Map<String, ?> lookups, Map<String, ?> defaults, Map<String, ?> createDefaults) {
        return Creation.updateOrCreate(all(), lookups, defaults, createDefaults);
    }

    /** The object with these values, made if it is not there. {@code defaults} sets further fields of a new one. */
    default Created<M> getOrCreate(List<Assignment<? super M>> values, Consumer<? super M> defaults) {
        return Creation.getOrCreate(all(), List.copyOf(values), defaults);
    }

    /** The object with this value, made if it is not there. {@code defaults} sets further fields of a new one. */
    default Created<M> getOrCreate(Assignment<? super M> value, Consumer<? super M> defaults) {
        return Creation.getOrCreate(all(), List.of(value), defaults);
    }

    /** The object with these values, changed by {@code change}, made first if it is not there. */
    default Created<M> updateOrCreate(List<Assignment<? super M>> values, Consumer<? super M> change) {
        return Creation.updateOrCreate(all(), List.copyOf(values), change);
    }

    /** The object with this value, changed by {@code change}, made first if it is not there. */
    default Created<M> updateOrCreate(Assignment<? super M> value, Consumer<? super M> change) {
        return Creation.updateOrCreate(all(), List.of(value), change);
    }

    /** Inserts many objects with few statements; sends no signals. Gives them their keys. */
    default List<M> bulkCreate(Collection<? extends M> objects) {
        return Bulk.create(all(), objects, Conflict.FAIL, 0);
    }

    /** Inserts many objects, at most {@code batchSize} with one statement. */
    default List<M> bulkCreate(Collection<? extends M> objects, Conflict conflict, int batchSize) {
        return Bulk.create(all(), objects, conflict, Batches.checked(batchSize));
    }

    /** Inserts many objects; says what happens to those that are there already. */
    default List<M> bulkCreate(Collection<? extends M> objects, Conflict conflict) {
        return Bulk.create(all(), objects, conflict, 0);
    }

    /** Writes a field of many objects with few statements; sends no signals. Returns the number of rows. */
    default int bulkUpdate(Collection<? extends M> objects, Token<? super M> field) {
        return bulkUpdate(objects, field.path());
    }

    /** Writes two fields of many objects with few statements. */
    default int bulkUpdate(Collection<? extends M> objects, Token<? super M> first, Token<? super M> second) {
        return bulkUpdate(objects, first.path(), second.path());
    }

    /** Writes three fields of many objects with few statements; of more by their names. */
    default int bulkUpdate(
            Collection<? extends M> objects, Token<? super M> first, Token<? super M> second, Token<? super M> third) {
        return bulkUpdate(objects, first.path(), second.path(), third.path());
    }

    /** Writes some fields of many objects with few statements; sends no signals. Returns the number of rows. */
    default int bulkUpdate(Collection<? extends M> objects, String... fields) {
        return Bulk.update(all(), objects, List.of(fields), 0);
    }

    /** Writes some fields of many objects, at most {@code batchSize} with one statement. */
    default int bulkUpdate(Collection<? extends M> objects, List<String> fields, int batchSize) {
        return Bulk.update(all(), objects, fields, Batches.checked(batchSize));
    }

    /** Changes all rows with one statement; sends no signals. Returns the number of rows. */
    default int update(Assignment<? super M> first) {
        return Changes.update(all().query(), List.of(first));
    }

    /** Changes all rows with one statement. */
    default int update(Assignment<? super M> first, Assignment<? super M> second) {
        return Changes.update(all().query(), List.of(first, second));
    }

    /** Changes all rows with one statement. */
    default int update(Assignment<? super M> first, Assignment<? super M> second, Assignment<? super M> third) {
        return Changes.update(all().query(), List.of(first, second, third));
    }

    /** Changes all rows with one statement. */
    default int update(List<? extends Assignment<? super M>> changes) {
        return Changes.update(all().query(), List.copyOf(changes));
    }

    /** Changes all rows with one statement: values or expressions by the names of their fields. */
    default int update(Map<String, ?> changes) {
        return Changes.update(
                all().query(),
                changes.entrySet().stream()
                        .map(change -> Assignment.<M>of(change.getKey(), change.getValue()))
                        .toList());
    }

    /** Deletes all rows and what depends on them, as each foreign key's {@code onDelete} says. */
    default Deleted delete() {
        return Bulk.delete(all());
    }
}
