package quintet.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form makes of its checked values: a record, a model instance, or the values themselves. The processor writes
 * one for each form record; other modules may bring their own.
 *
 * @param <T> what the form makes
 */
public interface FormTarget<T> {
    /** The fields, in order. */
    Map<String, FieldSpec<?>> fields();

    /**
     * Makes the value. All fields have passed their checks.
     *
     * @throws quintet.fields.ValidationError if the values do not go together
     */
    T make(Cleaned cleaned);

    /** As {@link #make(Cleaned)}, with a look at what was sent. */
    default T make(Cleaned cleaned, @Nullable Bound raw) {
        return make(cleaned);
    }

    /** Checks the value as a whole. */
    default void clean(T value, Errors errors) {}

    /** Checks of single fields, after their own ones. */
    default Map<String, FieldCheck> checks() {
        return Map.of();
    }

    /** The values of an object, to show first. */
    default Map<String, @Nullable Object> values(T value) {
        return Map.of();
    }

    /**
     * The same target, changing an object instead of making a new one.
     *
     * @throws IllegalArgumentException if values of this type cannot be changed
     */
    default FormTarget<T> on(T object) {
        throw new IllegalArgumentException(
                "A " + object.getClass().getSimpleName() + " cannot be changed by a form. Show"
                        + " its values with initialFrom(object), or use a model form to change a row.");
    }

    /**
     * Stores the value, with its relations.
     *
     * @throws IllegalStateException if it is nothing that can be stored
     */
    default T save(T value, Cleaned cleaned) {
        throw new IllegalStateException("A " + value.getClass().getSimpleName()
                + " is not stored anywhere. Use the data of the valid form, or make a model form.");
    }

    /** Stores the relations of a value that was stored by other means (Django's {@code save_m2m}). */
    default void saveRelations(T value, Cleaned cleaned) {}

    /** Whether {@link #make} can do with some of the values, so that the whole is checked even if a field is wrong. */
    default boolean makesPartial() {
        return false;
    }

    /** Whether {@link #fields} would load a class that may still be initialising; they are then asked for late. */
    default boolean isLazy() {
        return false;
    }

    /** Whether an empty form that may stay empty still makes something. */
    default boolean makesEmpty() {
        return false;
    }
}
