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

    /** Checks the value as a whole. */
    default void clean(T value, Errors errors) {}

    /** The values of an object, to show first. */
    default Map<String, @Nullable Object> values(T value) {
        return Map.of();
    }

    /** Whether {@link #make} can do with some of the values, or none. */
    default boolean makesPartial() {
        return false;
    }
}
