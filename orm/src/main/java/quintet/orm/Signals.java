package quintet.orm;

import java.util.List;
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
     * @param <M> the model
     */
    public record DeleteEvent<M>(M instance, String database) {}

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
