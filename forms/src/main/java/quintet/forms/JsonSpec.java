package quintet.forms;

import org.jspecify.annotations.Nullable;
import quintet.core.Json;

/** A field for a JSON value: maps, lists, texts, numbers, booleans. */
public final class JsonSpec extends FieldSpec<JsonSpec> {
    JsonSpec() {}

    /** Text that was sent and is no JSON: it is shown again as it was. */
    private record NotJson(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    protected Widget defaultWidget() {
        return Widgets.textarea();
    }

    @Override
    protected String defaultMessage(String code) {
        return code.equals("invalid") ? "Enter a valid JSON." : super.defaultMessage(code);
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (isDisabled()) {
            return raw;
        }
        if (isEmpty(raw)) {
            return null;
        }
        if (!(raw instanceof String text)) {
            return raw;
        }
        try {
            return Json.read(text);
        } catch (IllegalArgumentException notJson) {
            throw error("invalid", Widgets.attrs("value", text));
        }
    }

    @Override
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initialValue) {
        if (isDisabled() || !(data instanceof String text)) {
            return isDisabled() ? initialValue : null;
        }
        try {
            return Json.read(text);
        } catch (IllegalArgumentException notJson) {
            return new NotJson(text);
        }
    }

    @Override
    protected Object prepare(@Nullable Object value) {
        return value instanceof NotJson sent ? sent.text() : Json.write(value, Json.Style.SPACED);
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (super.hasChanged(initialValue, data)) {
            return true;
        }
        return !sorted(initialValue).equals(sorted(convert(data)));
    }

    private static String sorted(@Nullable Object value) {
        return Json.write(sortKeys(value), Json.Style.COMPACT);
    }

    private static @Nullable Object sortKeys(@Nullable Object value) {
        return switch (value) {
            case java.util.Map<?, ?> map -> {
                java.util.Map<String, @Nullable Object> ordered = new java.util.TreeMap<>();
                map.forEach((key, item) -> ordered.put(String.valueOf(key), sortKeys(item)));
                yield ordered;
            }
            case java.util.List<?> list -> list.stream().map(JsonSpec::sortKeys).toList();
            case null, default -> value;
        };
    }
}
