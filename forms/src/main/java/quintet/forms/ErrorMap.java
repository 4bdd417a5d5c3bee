package quintet.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.forms.internal.Html;
import quintet.forms.internal.JavaRenderer;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/** A form's errors by field; those of no field stand under {@code __all__} (Django's {@code ErrorDict}). */
public final class ErrorMap implements HtmlValue {
    private final Map<String, ErrorList> lists;

    ErrorMap(Map<String, ErrorList> lists) {
        this.lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    }

    /** A map of lists as they are. */
    public static ErrorMap of(Map<String, ErrorList> lists) {
        return new ErrorMap(lists);
    }

    /** The errors of a field, or null. */
    public @Nullable ErrorList get(String field) {
        return lists.get(field);
    }

    /** The fields with errors. */
    public Set<String> fields() {
        return lists.keySet();
    }

    /** The lists by field. */
    public Map<String, ErrorList> asMap() {
        return lists;
    }

    /** Whether there are no errors. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    /** How many fields have errors. */
    public int size() {
        return lists.size();
    }

    /** Whether a field has an error with that code; null for any error. */
    public boolean has(String field, @Nullable String code) {
        ErrorList list = lists.get(field);
        return list != null && (code == null || list.has(code));
    }

    /** The messages by field. */
    public Map<String, List<String>> messages() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        lists.forEach((field, list) -> all.put(field, list.messages()));
        return all;
    }

    /** The errors with codes and parameters (Django's {@code as_data}). */
    public Map<String, List<FieldError>> data() {
        Map<String, List<FieldError>> all = new LinkedHashMap<>();
        lists.forEach((field, list) -> all.put(field, list.data()));
        return all;
    }

    /** All of it as one exception. */
    public ValidationError toException() {
        return ValidationError.ofFields(data());
    }

    /** Messages and codes by field as JSON (Django's {@code as_json}). */
    public String asJson(boolean escape) {
        Map<String, Object> all = new LinkedHashMap<>();
        lists.forEach((field, list) -> all.put(field, list.jsonData(escape)));
        return Json.write(all, Json.Style.SPACED_ASCII);
    }

    /** Stars and indents (Django's {@code as_text}). */
    public SafeString asText() {
        StringBuilder out = new StringBuilder();
        lists.forEach((field, list) -> {
            Html.text(out.append(out.isEmpty() ? "* " : "\n* "), field);
            for (String message : list) {
                Html.text(out.append("\n  * "), message);
            }
        });
        return SafeString.of(out.toString());
    }

    @Override
    public SafeString html() {
        return SafeString.of(JavaRenderer.INSTANCE.errors(this));
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
