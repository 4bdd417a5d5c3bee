package quintet.forms;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.fields.FieldError;
import quintet.forms.internal.Html;
import quintet.forms.internal.JavaRenderer;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/** The errors of one field, or those of no single field; it prints itself as a list (Django's {@code ErrorList}). */
public final class ErrorList extends AbstractList<String> implements HtmlValue {
    private final List<FieldError> errors;
    private final String kind;
    private final String fieldId;
    private final FormRenderer renderer;

    ErrorList(List<FieldError> errors, String kind, String fieldId, FormRenderer renderer) {
        this.errors = List.copyOf(errors);
        this.kind = kind;
        this.fieldId = fieldId;
        this.renderer = renderer;
    }

    /** A list with a further CSS class ("nonfield", or "") and the id of the field it belongs to, or "". */
    public static ErrorList of(List<FieldError> errors, String kind, String fieldId) {
        return new ErrorList(errors, kind, fieldId, JavaRenderer.INSTANCE);
    }

    /** The errors with codes and parameters (Django's {@code as_data}). */
    public List<FieldError> data() {
        return errors;
    }

    /** The messages. */
    public List<String> messages() {
        return errors.stream().map(FieldError::text).toList();
    }

    /** A message. */
    @Override
    public String get(int index) {
        return errors.get(index).text();
    }

    /** How many there are. */
    @Override
    public int size() {
        return errors.size();
    }

    /** The value of the list's {@code class} attribute. */
    public String errorClass() {
        return kind.isEmpty() ? "errorlist" : "errorlist " + kind;
    }

    /** The id of the field, or "". */
    public String fieldId() {
        return fieldId;
    }

    /** A line with a star for each (Django's {@code as_text}). */
    public SafeString asText() {
        StringBuilder out = new StringBuilder();
        for (String message : messages()) {
            Html.text(out.append(out.isEmpty() ? "* " : "\n* "), message);
        }
        return SafeString.of(out.toString());
    }

    /** An HTML list, or nothing (Django's {@code as_ul}). */
    public SafeString asUl() {
        return html();
    }

    /** Messages and codes as plain values, escaped for HTML if asked for. */
    List<Map<String, Object>> jsonData(boolean escape) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (FieldError error : errors) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("message", escape ? Html.text(error.text()) : error.text());
            item.put("code", error.code());
            list.add(item);
        }
        return list;
    }

    /** Messages and codes as JSON (Django's {@code as_json}). */
    public String asJson(boolean escape) {
        return Json.write(jsonData(escape), Json.Style.SPACED_ASCII);
    }

    @Override
    public SafeString html() {
        return SafeString.of(renderer.errors(this));
    }

    @Override
    public String toString() {
        return html().toString();
    }

    /** The list of a code, for tests: whether one of the errors has it. */
    public boolean has(@Nullable String code) {
        return errors.stream().anyMatch(error -> error.code().equals(code));
    }
}
