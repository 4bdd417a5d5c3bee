package quintet.orm;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import quintet.core.Signal;

/** Where an app connects to what happens to models: see {@link HasSignals}. */
public final class Signals {
    /** Sent before an object is saved. */
    public static final Signal<SaveEvent<?>> PRE_SAVE = new Signal<>("pre_save");

    /** Sent after an object was saved. */
    public static final Signal<SaveEvent<?>> POST_SAVE = new Signal<>("post_save");

    /** Sent before an object is deleted. */
    public static final Signal<DeleteEvent<?>> PRE_DELETE = new Signal<>("pre_delete");

    /** Sent after an object was deleted. */
    public static final Signal<DeleteEvent<?>> POST_DELETE = new Signal<>("post_delete");

    /** Sent before and after the objects of a many-to-many relation change. Django's {@code m2m_changed}. */
    public static final Signal<ManyEvent<?>> MANY_CHANGED = new Signal<>("m2m_changed");

    /** Sent after an object was read from the database. Django's {@code post_init}, for rows that are loaded. */
    public static final Signal<LoadEvent<?>> POST_LOAD = new Signal<>("post_init");

    /** Sent before migrations run. */
    public static final Signal<MigrateEvent> PRE_MIGRATE = new Signal<>("pre_migrate");

    /** Sent after migrations have run, also when there was nothing to do. */
    public static final Signal<MigrateEvent> POST_MIGRATE = new Signal<>("post_migrate");

    /** Sent when a connection to a database was opened. Django's {@code connection_created}. */
    public static final Signal<ConnectionEvent> CONNECTION_CREATED = new Signal<>("connection_created");

    /** Made for each app with {@link HasSignals} when a site opens. */
    public Signals() {}

    /**
     * An object is saved.
     *
     * @param instance the object
     * @param created whether it was inserted; false before the save
     * @param raw whether it comes from a fixture as it is
     * @param fields the fields that are written; empty: all
     * @param database the alias
     * @param <M> the model
     */
    public record SaveEvent<M>(M instance, boolean created, boolean raw, List<String> fields, String database) {}

    /**
     * An object is deleted.
     *
     * @param instance the object
     * @param database the alias
     * @param origin what the deletion began with: an object, or the objects of a query
     * @param <M> the model
     */
    public record DeleteEvent<M>(M instance, String database, Object origin) {}

    /**
     * Migrations run.
     *
     * @param database the alias
     * @param plan the migrations that are or were to be applied or undone, in order
     */
    public record MigrateEvent(String database, List<MigrationPlan.Step> plan) {}

    /**
     * A connection was opened.
     *
     * @param database the alias
     * @param connection the connection, before it is first used
     */
    public record ConnectionEvent(String database, java.sql.Connection connection) {}

    /** After a connection to a database was opened; the place for settings of its session. */
    public void connectionCreated(Consumer<ConnectionEvent> receiver) {
        CONNECTION_CREATED.connect(receiver);
    }

    /**
     * Calls the receiver for each model of the site once its metadata is there: now for all that are known. Django's {@code
     * class_prepared}.
     */
    public void modelPrepared(Consumer<ModelMeta<?>> receiver) {
        ModelMeta.all().forEach(receiver);
    }

    /** Before {@code migrate} changes a database. */
    public void preMigrate(Consumer<MigrateEvent> receiver) {
        PRE_MIGRATE.connect(receiver);
    }

    /** After {@code migrate} changed a database; the place to make rows that must always be there. */
    public void postMigrate(Consumer<MigrateEvent> receiver) {
        POST_MIGRATE.connect(receiver);
    }

    /** What happens to a many-to-many relation. */
    public enum ManyAction {
        PRE_ADD,
        POST_ADD,
        PRE_REMOVE,
        POST_REMOVE,
        PRE_CLEAR,
        POST_CLEAR
    }

    /**
     * The objects of a many-to-many relation change.
     *
     * @param instance the object whose relation it is
     * @param action what happens
     * @param reverse whether the relation is changed from the model it points to
     * @param model the class of the objects added or taken away
     * @param keys their keys; empty when all are taken away
     * @param database the alias
     * @param raw whether the change comes from a fixture as it is
     * @param <M> the model of the object
     */
    public record ManyEvent<M>(
            M instance,
            ManyAction action,
            boolean reverse,
            Class<?> model,
            Set<Object> keys,
            String database,
            boolean raw) {}

    /**
     * An object was read.
     *
     * @param instance the object
     * @param database the alias
     * @param <M> the model
     */
    public record LoadEvent<M>(M instance, String database) {}

    /** The sender of {@link #MANY_CHANGED} for a field; for Quintet's own use. */
    public static String sender(FieldMeta field) {
        return field.owner().type().getName() + "." + field.name();
    }

    /**
     * Before and after the objects of a many-to-many relation change: {@code on.manyChanged(Book.class, Book_.tags(), e ->
     * ...)}. Changes from the other side are sent too, with {@code reverse}.
     */
    public <M> void manyChanged(Class<M> model, Relation<M, ?> relation, Consumer<ManyEvent<?>> receiver) {
        MANY_CHANGED.connectFor(model.getName() + "." + relation.path(), receiver);
    }

    /** After an object of the model was read from the database. */
    public <M> void postLoad(Class<M> model, Consumer<M> receiver) {
        POST_LOAD.connectFor(model, event -> receiver.accept(model.cast(event.instance())));
    }

    /** Before an object of the model is saved. */
    public <M> void preSave(Class<M> model, Consumer<SaveEvent<M>> receiver) {
        PRE_SAVE.connectFor(model, event -> receiver.accept(Signals.<M>save(event)));
    }

    /** After an object of the model was saved. */
    public <M> void postSave(Class<M> model, Consumer<SaveEvent<M>> receiver) {
        POST_SAVE.connectFor(model, event -> receiver.accept(Signals.<M>save(event)));
    }

    /** Before an object of the model is deleted. */
    public <M> void preDelete(Class<M> model, Consumer<DeleteEvent<M>> receiver) {
        PRE_DELETE.connectFor(model, event -> receiver.accept(Signals.<M>delete(event)));
    }

    /** After an object of the model was deleted. */
    public <M> void postDelete(Class<M> model, Consumer<DeleteEvent<M>> receiver) {
        POST_DELETE.connectFor(model, event -> receiver.accept(Signals.<M>delete(event)));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the sender is the model's class
    private static <M> SaveEvent<M> save(SaveEvent<?> event) {
        return (SaveEvent<M>) event;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the sender is the model's class
    private static <M> DeleteEvent<M> delete(DeleteEvent<?> event) {
        return (DeleteEvent<M>) event;
    }
}
