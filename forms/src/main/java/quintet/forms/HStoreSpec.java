package quintet.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.fields.PythonText;
import quintet.fields.ValidationError;

/**
 * A field for texts by their keys, written as a JSON object; other values than texts and null become texts. Answers to
 * {@code HStoreField} of {@code django.contrib.postgres.forms}.
 */
public final class HStoreSpec extends FieldSpec<HStoreSpec> {
    HStoreSpec() {}

    @Override
    protected Widget defaultWidget() {
        return Widgets.textarea();
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid_json" -> "Could not load JSON data.";
            case "invalid_format" -> "Input must be a JSON dictionary.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Json.write(map, Json.Style.SPACED) : value;
    }

    @Override
    protected Object convert(@Nullable Object raw) {
        if (isEmpty(raw)) {
            return Map.of();
        }
        if (!(read(Objects.requireNonNull(raw)) instanceof Map<?, ?> map)) {
            throw error("invalid_format");
        }
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> texts.put(String.valueOf(key), value == null ? null : PythonText.of(value)));
        return Collections.unmodifiableMap(texts);
    }

    private @Nullable Object read(Object raw) {
        if (!(raw instanceof String text)) {
            return raw;
        }
        try {
            return Json.read(text);
        } catch (IllegalArgumentException notJson) {
            throw error("invalid_json");
        }
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        try {
            return !convert(initialValue).equals(convert(data));
        } catch (ValidationError invalid) {
            return true;
        }
    }
}
