package quintet.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;
import quintet.forms.internal.JavaRenderer;
import quintet.templates.SafeString;

/**
 * An HTML input: it reads its value from what was sent, and shows a value. Widgets are immutable; the methods that
 * change something return a changed copy. Make the built-in ones with {@link Widgets}.
 *
 * <p>Answers to Django's {@code django.forms.Widget}.
 */
public abstract class Widget implements Cloneable {
    private Map<String, Object> attrs = new LinkedHashMap<>();
    private boolean required;
    private boolean localized;

    /** A widget without attributes. */
    protected Widget() {}

    /** The HTML attributes, in the order they are written. */
    public final Map<String, Object> attrs() {
        return new LinkedHashMap<>(attrs);
    }

    /** This widget with an attribute; true writes the bare name, false leaves it out. */
    public Widget attr(String name, Object value) {
        return attrs(Map.of(name, value));
    }

    /** This widget with more attributes; those given replace earlier ones. */
    public Widget attrs(Map<String, ?> more) {
        Widget copy = copy();
        copy.attrs.putAll(more);
        return copy;
    }

    /** Whether its field must be filled in. */
    public final boolean isRequired() {
        return required;
    }

    /** Whether it writes numbers and dates the way of the reader's language. */
    public final boolean isLocalized() {
        return localized;
    }

    /** This widget in the service of a field. */
    Widget serving(boolean fieldRequired, boolean fieldLocalized, Map<String, ?> fieldAttrs) {
        Widget copy = copy();
        copy.required = fieldRequired;
        copy.localized = localized || fieldLocalized;
        copy.attrs.putAll(fieldAttrs);
        return copy;
    }

    /** A copy whose own fields may be changed before it is handed out. */
    protected Widget copy() {
        try {
            Widget copy = (Widget) super.clone();
            copy.attrs = new LinkedHashMap<>(attrs);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The name of the template that shows it, such as {@code django/forms/widgets/text.html}. */
    public abstract String templateName();

    /** The type of an {@code <input>}; empty for other elements. */
    public String inputType() {
        return "";
    }

    /** Whether a person does not see it. */
    public boolean isHidden() {
        return inputType().equals("hidden");
    }

    /** Whether a form with it must be sent as {@code multipart/form-data}. */
    public boolean needsMultipart() {
        return false;
    }

    /** Whether it can show fractions of a second. */
    public boolean supportsMicroseconds() {
        return true;
    }

    /** Whether a group of inputs is labelled by {@code <fieldset>} and {@code <legend>}. */
    public boolean useFieldset() {
        return false;
    }

    /** Whether the {@code required} attribute may be written, given the field's initial value. */
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return !isHidden();
    }

    /** The id a {@code <label>} points to; empty for none. */
    public String idForLabel(String id) {
        return id;
    }

    /** The style sheets and scripts it needs. */
    public Media media() {
        return Media.EMPTY;
    }

    /** The value that was sent, not yet checked; null if there is none. */
    public @Nullable Object valueFrom(FormData data, String name) {
        return data.get(name);
    }

    /** Whether nothing was sent for it, so that a model keeps its default. */
    public boolean isOmitted(FormData data, String name) {
        return !data.has(name);
    }

    /** What to show for a value: text, a list of texts, or null for nothing. */
    public @Nullable Object formatValue(@Nullable Object value) {
        return value == null || value.equals("") ? null : PythonText.of(value);
    }

    /** Everything the template needs (Django's {@code get_context}). */
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        Map<String, Object> merged = attrs();
        merged.putAll(extraAttrs);
        return new WidgetView(this, templateName(), name, formatValue(value), inputType(), merged);
    }

    /** Its parts: one for each choice of a radio group, itself for simple ones. */
    public List<WidgetView> subwidgets(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        return List.of(view(name, value, extraAttrs));
    }

    /** The HTML, with the built-in renderer. */
    public final SafeString render(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        return render(name, value, extraAttrs, JavaRenderer.INSTANCE);
    }

    /** The HTML. */
    public final SafeString render(
            String name, @Nullable Object value, Map<String, ?> extraAttrs, FormRenderer renderer) {
        return SafeString.of(renderer.widget(view(name, value, extraAttrs)));
    }
}
