package quintet.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;

/**
 * Collects what is wrong with a form while it is checked. A record's {@code void clean(Errors errors)} gets one, once
 * all its fields are right by themselves (Django's {@code add_error}).
 */
public final class Errors {
    private final Set<String> known;
    private final Map<String, List<FieldError>> found = new LinkedHashMap<>();

    Errors(Set<String> known) {
        this.known = known;
    }

    /** Something is wrong with the form as a whole. */
    public void add(String message) {
        add((String) null, new ValidationError(message));
    }

    /** Something is wrong with a field. */
    public void add(String field, String message) {
        add(field, new ValidationError(message));
    }

    /** Something is wrong with a field; programs test the code. */
    public void add(String field, String message, String code) {
        add(field, new ValidationError(message, code));
    }

    /** Something is wrong with a component. */
    public void add(FormField<?, ?> field, String message) {
        add(field.name(), new ValidationError(message));
    }

    /** Something is wrong with a component; programs test the code. */
    public void add(FormField<?, ?> field, String message, String code) {
        add(field.name(), new ValidationError(message, code));
    }

    /**
     * All errors of an exception: those it gives by field go there, others to {@code field}, null being the form.
     *
     * @throws IllegalArgumentException if the form has no such field, or a field is given for errors by field
     */
    public void add(@Nullable String field, ValidationError error) {
        Map<String, List<FieldError>> byField = error.byField();
        if (byField == null) {
            put(field == null ? ValidationError.NON_FIELD_ERRORS : field, error.errors());
        } else if (field == null) {
            byField.forEach(this::put);
        } else {
            throw new IllegalArgumentException("The error names its fields itself, so add it without one: errors.add("
                    + "null, error) instead of errors.add(\"" + field + "\", error).");
        }
    }

    private void put(String field, List<FieldError> errors) {
        if (!field.equals(ValidationError.NON_FIELD_ERRORS) && !known.contains(field)) {
            throw new IllegalArgumentException("The form has no field \"" + field + "\" to add an error to. Its fields"
                    + " are: " + String.join(", ", known) + ".");
        }
        found.computeIfAbsent(field, f -> new ArrayList<>()).addAll(errors);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether something is wrong with the field so far. */
    public boolean has(String field) {
        return found.containsKey(field);
    }

    Map<String, List<FieldError>> found() {
        return found;
    }
}
