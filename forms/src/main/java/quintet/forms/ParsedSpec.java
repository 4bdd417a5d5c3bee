package quintet.forms;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;

/** A field whose text one function reads, such as a duration or a UUID. */
public final class ParsedSpec extends FieldSpec<ParsedSpec> {
    private final String invalid;
    private final Function<String, @Nullable Object> parse;
    private final Function<Object, String> format;
    private final Class<?> type;

    /**
     * Makes the field.
     *
     * @param type the class of its values
     * @param invalid the message for text that cannot be read
     * @param parse reads text without white space at its ends; null means it cannot be read
     * @param format writes a value
     */
    <V> ParsedSpec(Class<V> type, String invalid, Function<String, @Nullable V> parse, Function<V, String> format) {
        this.type = type;
        this.invalid = invalid;
        this.parse = parse::apply;
        this.format = value -> format.apply(type.cast(value));
    }

    @Override
    protected String defaultMessage(String code) {
        return code.equals("invalid") ? invalid : super.defaultMessage(code);
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isEmpty(raw) || type.isInstance(raw)) {
            return isEmpty(raw) ? null : raw;
        }
        String text = PythonText.of(raw).strip();
        if (text.isEmpty()) {
            return null;
        }
        Object value = parse.apply(text);
        if (value == null) {
            throw error("invalid");
        }
        return value;
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return type.isInstance(value) ? format.apply(value) : value;
    }
}
