package quintet.orm.internal;

import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.Ref;

/** What the loader may do with model objects and users may not. The public package gives the only implementation. */
public abstract class Backdoor {
    private static @Nullable Backdoor instance;

    /** Called once by the public package. */
    protected Backdoor() {}

    /** Installs the implementation. */
    public static void install(Backdoor backdoor) {
        instance = backdoor;
    }

    /** The implementation. */
    public static Backdoor get() {
        if (instance == null) {
            // KeyedModel's initialiser installs it.
            try {
                Class.forName(KeyedModel.class.getName());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        Backdoor backdoor = instance;
        if (backdoor == null) {
            throw new IllegalStateException("KeyedModel was not initialised.");
        }
        return backdoor;
    }

    /** The state of an object's row. */
    public abstract RowState state(KeyedModel<?> row);

    /** Sets the state of an object's row. */
    public abstract void state(KeyedModel<?> row, RowState state);

    /** Keeps the values of annotations on a row. */
    public abstract void annotations(KeyedModel<?> row, String[] names, @Nullable Object[] values);

    /** Keeps one more value on a row under a name. */
    public abstract void annotation(KeyedModel<?> row, String name, @Nullable Object value);

    /** The key a reference holds, without loading. */
    public abstract @Nullable Object key(Ref<?> ref);

    /** The object of a reference if it is loaded. */
    public abstract @Nullable Object loaded(Ref<?> ref);

    /** Whether a reference knows its object or knows that there is none. */
    public abstract boolean isLoaded(Ref<?> ref);

    /** Gives a reference its object; null: there is none. */
    public abstract void fill(Ref<?> ref, @Nullable Object value);

    /** Gives a relation its loaded objects. */
    public abstract void fill(Many<?> many, java.util.List<?> values);

    /** Lets a relation forget its loaded objects. */
    public abstract void forget(Many<?> many);

    /** Lets the other end of a one-to-one relation forget its object. */
    public abstract void forget(Ref<?> ref, KeyedModel<?> owner);
}
