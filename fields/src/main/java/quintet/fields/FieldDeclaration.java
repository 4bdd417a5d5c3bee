package quintet.fields;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field annotation said, as a value: name, kind, Java type, nullness and the options that were given. The
 * processor writes these into companions, so that neither models nor forms read annotations at run time.
 *
 * <p>Options have the names of the annotation's attributes. Those that say nothing (false, an empty text, -1) are left
 * out.
 */
public final class FieldDeclaration {
    private final String name;
    private final FieldKind kind;
    private final Class<?> type;
    private final boolean nullable;
    private final Map<String, Object> options;

    private FieldDeclaration(
            String name, FieldKind kind, Class<?> type, boolean nullable, Map<String, Object> options) {
        this.name = name;
        this.kind = kind;
        this.type = type;
        this.nullable = nullable;
        this.options = options;
    }

    /** A field that must have a value and has no options. */
    public static FieldDeclaration of(String name, FieldKind kind, Class<?> type) {
        return new FieldDeclaration(name, kind, type, false, Map.of());
    }

    /** The same, but the value may be missing. */
    public FieldDeclaration orNull() {
        return new FieldDeclaration(name, kind, type, true, options);
    }

    /** The same with one option more. */
    public FieldDeclaration with(String option, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put(option, value);
        return new FieldDeclaration(name, kind, type, nullable, Collections.unmodifiableMap(more));
    }

    /** The Java name of the field or record component. */
    public String name() {
        return name;
    }

    /** The kind of field. */
    public FieldKind kind() {
        return kind;
    }

    /** The Java type, without type arguments. */
    public Class<?> type() {
        return type;
    }

    /** Whether the Java type is {@code @Nullable}. */
    public boolean nullable() {
        return nullable;
    }

    /** All options that were given, by the names of the annotation's attributes. */
    public Map<String, Object> options() {
        return options;
    }

    /** Whether the option was given. */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** An option as text, "" if it was not given. */
    public String text(String option) {
        return options.get(option) instanceof String text ? text : "";
    }

    /** An option as a truth value. */
    public boolean flag(String option, boolean otherwise) {
        return options.get(option) instanceof Boolean flag ? flag : otherwise;
    }

    /** An option as a number. */
    public int integer(String option, int otherwise) {
        return options.get(option) instanceof Number number ? number.intValue() : otherwise;
    }

    /** An option as a number. */
    public long integer(String option, long otherwise) {
        return options.get(option) instanceof Number number ? number.longValue() : otherwise;
    }

    /** An option of one type (a class, an enum constant), or null. */
    public <T> @Nullable T value(String option, Class<T> valueType) {
        Object value = options.get(option);
        return valueType.isInstance(value) ? valueType.cast(value) : null;
    }

    /** An option that is a list, empty if it was not given. */
    public List<?> list(String option) {
        return options.get(option) instanceof List<?> list ? list : List.of();
    }

    /** An option of texts, empty if it was not given. */
    public List<String> texts(String option) {
        return list(option).stream().map(String::valueOf).toList();
    }

    /** The error messages that replace the built-in ones, by code. */
    public Map<String, String> errorMessages() {
        Map<String, String> messages = new LinkedHashMap<>();
        if (options.get("errorMessages") instanceof Map<?, ?> given) {
            given.forEach((code, message) -> messages.put(String.valueOf(code), String.valueOf(message)));
        }
        return messages;
    }

    /** Name and kind. */
    @Override
    public String toString() {
        return name + ": " + kind.djangoName() + options;
    }
}
