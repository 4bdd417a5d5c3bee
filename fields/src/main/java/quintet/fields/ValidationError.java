package quintet.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a value: one message, a list of them, or messages by field (Django's
 * {@code ValidationError}).
 */
public final class ValidationError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The key of errors that belong to no single field. */
    public static final String NON_FIELD_ERRORS = "__all__";

    private final transient List<FieldError> errors;
    private final transient @Nullable Map<String, List<FieldError>> byField;

    private ValidationError(List<FieldError> errors, @Nullable Map<String, List<FieldError>> byField) {
        super(null, null, false, false);
        this.errors = errors;
        this.byField = byField;
    }

    /** One message without a code. */
    public ValidationError(String message) {
        this(message, "");
    }

    /** One message with a code that programs can test. */
    public ValidationError(String message, String code) {
        this(message, code, Map.of());
    }

    /** One message with a code and values for its {@code %(name)s} places. */
    public ValidationError(String message, String code, Map<String, ?> params) {
        this(List.of(new FieldError(message, code, params)), null);
    }

    /** All given errors as one list. */
    public static ValidationError of(List<FieldError> errors) {
        return new ValidationError(List.copyOf(errors), null);
    }

    /** Errors by field; the key {@link #NON_FIELD_ERRORS} takes those of no field. */
    public static ValidationError ofFields(Map<String, ? extends List<FieldError>> errors) {
        Map<String, List<FieldError>> copy = new LinkedHashMap<>();
        List<FieldError> all = new ArrayList<>();
        errors.forEach((field, list) -> {
            copy.put(field, List.copyOf(list));
            all.addAll(list);
        });
        return new ValidationError(List.copyOf(all), copy);
    }

    /** All errors, those of all fields one after the other. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The errors by field, or null if they were not given by field. */
    public @Nullable Map<String, List<FieldError>> byField() {
        return byField;
    }

    /** The messages with their values filled in. */
    public List<String> messages() {
        return errors.stream().map(FieldError::text).toList();
    }

    /** The code of the first error, or "". */
    public String code() {
        return errors.isEmpty() ? "" : errors.getFirst().code();
    }

    @Override
    public String getMessage() {
        return byField == null ? messages().toString() : byField.toString();
    }
}
