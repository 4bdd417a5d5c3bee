package quintet.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.fields.ValidationError;
import quintet.forms.internal.Labels;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/** A field with its name, id, value and errors, ready to be shown (Django's {@code BoundField}). */
public final class BoundField implements HtmlValue {
    private final Bound form;
    private final String name;
    private final FieldSpec<?> field;
    private final Widget widget;

    BoundField(Bound form, String name, FieldSpec<?> field) {
        this.form = form;
        this.name = name;
        this.field = field;
        this.widget = field.widget();
    }

    /** The field's name, without prefix. */
    public String name() {
        return name;
    }

    /** The field. */
    public FieldSpec<?> field() {
        return field;
    }

    /** The widget. */
    public Widget widget() {
        return widget;
    }

    /** The form. */
    public Bound form() {
        return form;
    }

    /** The name it is sent under. */
    public String htmlName() {
        return form.addPrefix(name);
    }

    /** The name its hidden initial value is sent under. */
    public String htmlInitialName() {
        return "initial-" + form.addPrefix(name);
    }

    /** The input's id, or "". */
    public String autoId() {
        String pattern = form.spec().autoId();
        return pattern.contains("%s") ? pattern.replace("%s", htmlName()) : pattern.isEmpty() ? "" : htmlName();
    }

    private String id() {
        Object own = widget.attrs().get("id");
        return own == null || own.equals("") ? autoId() : own.toString();
    }

    /** The id a label points to, or "". */
    public String idForLabel() {
        String id = id();
        return id.isEmpty() ? "" : widget.idForLabel(id);
    }

    /** What people read beside the input. */
    public CharSequence label() {
        CharSequence own = field.label();
        return own == null ? Labels.fromName(name) : own;
    }

    /** The hint, as HTML. */
    public CharSequence helpText() {
        return field.helpText();
    }

    /** The errors; empty if there are none. */
    public ErrorList errors() {
        return form.errorList(name);
    }

    /** Whether people don't see it. */
    public boolean isHidden() {
        return widget.isHidden();
    }

    /** Whether it stands in a {@code <fieldset>}. */
    public boolean useFieldset() {
        return widget.useFieldset();
    }

    /** The kind of widget in lower case, as templates ask for: {@code text}, {@code radioselect}. */
    public String widgetType() {
        return Labels.widgetType(widget);
    }

    // ---- values ----

    /** What was sent, not yet checked. */
    public @Nullable Object data() {
        return widget.valueFrom(form.sent(), htmlName());
    }

    /** The value it starts with. */
    public @Nullable Object initial() {
        Object value = form.initial(name, field);
        return widget.supportsMicroseconds() ? value : Labels.wholeSeconds(value);
    }

    /** The value shown: what was sent, else the initial one. */
    public @Nullable Object value() {
        Object shown = form.isBound() ? field.boundData(data(), initial()) : initial();
        return field.prepare(shown);
    }

    /** Whether what was sent differs from the initial value. */
    public boolean hasChanged() {
        FormData data = form.sent();
        if (!field.showsHiddenInitial()) {
            return field.hasChanged(initial(), data());
        }
        try {
            Object before = field.hiddenWidget().valueFrom(data, htmlInitialName());
            return field.hasChanged(field.convert(before), data());
        } catch (ValidationError forged) {
            return true;
        }
    }

    // ---- output ----

    /** The ids of what describes the input: help, then errors. */
    public String ariaDescribedby() {
        if (autoId().isEmpty() || isHidden()) {
            return "";
        }
        List<String> ids = new ArrayList<>();
        if (helpText().length() > 0) {
            ids.add(autoId() + "_helptext");
        }
        if (!errors().isEmpty()) {
            ids.add(autoId() + "_error");
        }
        return String.join(" ", ids);
    }

    private Map<String, Object> attrs(Widget shown, Map<String, ?> given, boolean initialOnly) {
        Map<String, Object> attrs = new LinkedHashMap<>(given);
        if (field.isRequired() && form.spec().usesRequiredAttribute() && shown.useRequiredAttribute(initial())) {
            List<Boolean> parts = field instanceof CompoundSpec<?> several && shown instanceof MultiWidget
                    ? several.requiredParts()
                    : null;
            attrs.put("required", parts == null ? true : parts);
        }
        if (field.isDisabled()) {
            attrs.put("disabled", true);
        }
        if (!shown.isHidden() && !errors().isEmpty()) {
            attrs.put("aria-invalid", "true");
        }
        Map<String, Object> own = shown.attrs();
        if (!useFieldset()
                && !attrs.containsKey("aria-describedby")
                && !own.containsKey("aria-describedby")
                && !ariaDescribedby().isEmpty()) {
            attrs.put("aria-describedby", ariaDescribedby());
        }
        if (!autoId().isEmpty() && !own.containsKey("id")) {
            attrs.putIfAbsent("id", initialOnly ? "initial-" + form.addPrefix(autoId()) : autoId());
        }
        return attrs;
    }

    /** The attributes the input gets from the field's state, without its id (Django's {@code build_widget_attrs}). */
    public Map<String, Object> widgetAttrs() {
        Map<String, Object> attrs = attrs(widget, Map.of(), false);
        attrs.remove("id");
        return attrs;
    }

    private SafeString show(Widget shown, Map<String, ?> attrs, boolean initialOnly) {
        return shown.render(
                initialOnly ? htmlInitialName() : htmlName(),
                initialOnly ? initialSent(shown) : value(),
                attrs(shown, attrs, initialOnly),
                form.spec().renderer());
    }

    private @Nullable Object initialSent(Widget shown) {
        FormData data = form.sent();
        return data.has(htmlInitialName()) ? field.convert(shown.valueFrom(data, htmlInitialName())) : value();
    }

    /** The input, with another widget than its own. */
    public SafeString asWidget(Widget other) {
        return show(other.serving(field.isRequired(), field.isLocalized(), Map.of()), Map.of(), false);
    }

    /** The input with further attributes. */
    public SafeString asWidget(Map<String, ?> attrs) {
        return show(widget, attrs, false);
    }

    /** As {@code <input type="text">}. */
    public SafeString asText() {
        return asWidget(Widgets.text());
    }

    /** As {@code <textarea>}. */
    public SafeString asTextarea() {
        return asWidget(Widgets.textarea());
    }

    /** As a hidden input. */
    public SafeString asHidden() {
        return asWidget(field.hiddenWidget());
    }

    /** Label, help, errors and input together. */
    public SafeString asFieldGroup() {
        return SafeString.of(form.spec().renderer().field(this));
    }

    /** The parts of the input: one for each choice of a radio group, for instance. */
    public List<WidgetView> subwidgets() {
        Map<String, Object> first = new LinkedHashMap<>();
        if (!id().isEmpty()) {
            first.put("id", id());
        }
        return widget.subwidgets(htmlName(), value(), attrs(widget, first, false));
    }

    /** The label element, with the suffix. */
    public SafeString labelTag() {
        return labelTag(null, Map.of(), "label");
    }

    /** The legend element, for inputs in a fieldset. */
    public SafeString legendTag() {
        return labelTag(null, Map.of(), "legend");
    }

    /** The label element with other contents or attributes. */
    public SafeString labelTag(@Nullable CharSequence contents, Map<String, ?> attrs, String tag) {
        Object text = Labels.withSuffix(contents == null ? label() : contents, suffix());
        Map<String, Object> all = new LinkedHashMap<>(attrs);
        String id = id();
        if (!idForLabel().isEmpty() && !tag.equals("legend")) {
            all.put("for", idForLabel());
        }
        String required = form.spec().requiredCssClass();
        if (!id.isEmpty() && field.isRequired() && !required.isEmpty()) {
            Object present = all.get("class");
            all.put("class", present == null ? required : present + " " + required);
        }
        return SafeString.of(
                form.spec().renderer().label(new FormRenderer.LabelView(text, id.isEmpty() ? null : tag, all)));
    }

    private String suffix() {
        String own = field.labelSuffix();
        return own == null ? form.spec().labelSuffix() : own;
    }

    /** The classes of the element around the field. */
    public String cssClasses(String... extra) {
        Set<String> classes = new LinkedHashSet<>();
        for (String more : extra) {
            classes.addAll(List.of(more.split("\\s+")));
        }
        if (!errors().isEmpty()) {
            classes.add(form.spec().errorCssClass());
        }
        if (field.isRequired()) {
            classes.add(form.spec().requiredCssClass());
        }
        classes.remove("");
        return String.join(" ", classes);
    }

    @Override
    public SafeString html() {
        SafeString input = show(widget, Map.of(), false);
        return field.showsHiddenInitial()
                ? input.plus(show(
                        field.hiddenWidget().serving(field.isRequired(), field.isLocalized(), Map.of()),
                        Map.of(),
                        true))
                : input;
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
