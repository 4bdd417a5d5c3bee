package quintet.fields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that is wrong with a value.
 *
 * @param message the text, with places such as {@code %(limit_value)d} for values
 * @param code what programs test, such as {@code required}; "" if none
 * @param params the values for the places
 */
public record FieldError(String message, String code, Map<String, ?> params) {
    /** Copies the parameters, keeping their order; null values are allowed. */
    public FieldError {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** An error without parameters. */
    public FieldError(String message, String code) {
        this(message, code, Map.of());
    }

    /** The message with its values filled in. Without parameters the text stands as it is. */
    public String text() {
        return params.isEmpty() ? message : Messages.fill(message, params);
    }

    /**
     * The same error as one of an item of a list.
     *
     * @param prefix what stands before its text, with {@code %(nth)s} for the item's number
     * @param nth the item's number, from 1
     */
    public FieldError ofItem(String prefix, int nth) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("nth", nth);
        return new FieldError(prefix + " " + text().replace("%", "%%"), "item_invalid", all);
    }

    @Override
    public String toString() {
        return text();
    }
}
