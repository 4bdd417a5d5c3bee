package quintet.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.forms.internal.JavaRenderer;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * One widget about to be shown: what a widget template knows as {@code widget}. The names of the methods are those
 * templates use, next to Django's spelling ({@code template_name}, {@code is_hidden}).
 */
public final class WidgetView implements HtmlValue {
    private final Widget widget;
    private final String templateName;
    private final String name;
    private final @Nullable Object value;
    private final String type;
    private final Map<String, Object> attrs;
    private List<OptionGroup> optgroups = List.of();
    private List<WidgetView> subwidgets = List.of();
    private @Nullable Object label;
    private boolean selected;
    private boolean wrapLabel;
    private @Nullable ClearBox clearBox;

    WidgetView(
            Widget widget,
            String templateName,
            String name,
            @Nullable Object value,
            String type,
            Map<String, Object> attrs) {
        this.widget = widget;
        this.templateName = templateName;
        this.name = name;
        this.value = value;
        this.type = type;
        this.attrs = attrs;
    }

    /**
     * Choices under one heading.
     *
     * @param name the heading, null for choices outside any group
     * @param options the choices
     * @param index the group's number
     */
    public record OptionGroup(@Nullable Object name, List<WidgetView> options, int index) {}

    /**
     * The box that clears a stored file.
     *
     * @param file the stored file
     * @param url its address
     * @param checkboxName the box's name
     * @param checkboxId the box's id
     */
    public record ClearBox(Object file, String url, String checkboxName, String checkboxId) {}

    WidgetView withGroups(List<OptionGroup> groups) {
        this.optgroups = groups;
        return this;
    }

    WidgetView withSubwidgets(List<WidgetView> parts) {
        this.subwidgets = parts;
        return this;
    }

    WidgetView withOption(@Nullable Object optionLabel, boolean isSelected, boolean wrap) {
        this.label = optionLabel;
        this.selected = isSelected;
        this.wrapLabel = wrap;
        return this;
    }

    WidgetView withClearBox(@Nullable ClearBox box) {
        this.clearBox = box;
        return this;
    }

    /** The widget shown. */
    public Widget widget() {
        return widget;
    }

    /** The template that shows it. */
    public String templateName() {
        return templateName;
    }

    /** The name it is sent under. */
    public String name() {
        return name;
    }

    /** The text or texts shown, null for none. */
    public @Nullable Object value() {
        return value;
    }

    /** The type of an input, or empty. */
    public String type() {
        return type;
    }

    /** The attributes, in order. */
    public Map<String, Object> attrs() {
        return attrs;
    }

    /** Whether a person does not see it. */
    public boolean isHidden() {
        return widget.isHidden();
    }

    /** Whether its field must be filled in. */
    public boolean required() {
        return widget.isRequired();
    }

    /** The choices of a select, radio or checkbox group. */
    public List<OptionGroup> optgroups() {
        return optgroups;
    }

    /** The inputs a compound widget consists of. */
    public List<WidgetView> subwidgets() {
        return subwidgets;
    }

    /** The label of a choice. */
    public @Nullable Object label() {
        return label;
    }

    /** Whether this choice is chosen. */
    public boolean selected() {
        return selected;
    }

    /** Whether the label stands around the input. */
    public boolean wrapLabel() {
        return wrapLabel;
    }

    /** The stored file and its box, or null. */
    public @Nullable ClearBox clearBox() {
        return clearBox;
    }

    /** The id of the input, or empty (for {@code <label for>}). */
    public String idForLabel() {
        Object id = attrs.get("id");
        return id == null ? "" : id.toString();
    }

    /** The choice's or input's HTML alone, without a label. */
    public SafeString tag() {
        return SafeString.of(wrapLabel ? JavaRenderer.INSTANCE.input(this) : JavaRenderer.INSTANCE.widget(this));
    }

    /** The choice's label (Django's {@code choice_label}). */
    public @Nullable Object choiceLabel() {
        return label;
    }

    @Override
    public SafeString html() {
        return SafeString.of(JavaRenderer.INSTANCE.widget(this));
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
