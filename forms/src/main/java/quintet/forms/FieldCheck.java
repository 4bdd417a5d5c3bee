package quintet.forms;

import org.jspecify.annotations.Nullable;

/** A check of one field after its own ones (Django's {@code clean_<field>}). */
@FunctionalInterface
public interface FieldCheck {
    /**
     * Checks the value.
     *
     * @param value the converted value
     * @param cleaned the values of the fields before it
     * @return the value to keep
     * @throws quintet.fields.ValidationError if it is not acceptable
     */
    @Nullable
    Object check(@Nullable Object value, Cleaned cleaned);
}
