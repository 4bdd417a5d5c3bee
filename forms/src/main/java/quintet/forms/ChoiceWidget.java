package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;

/** A select, a group of radio buttons or a group of boxes. */
public final class ChoiceWidget extends Widget {
    /** The five looks. */
    enum Style {
        SELECT("select"),
        SELECT_MULTIPLE("select"),
        NULL_BOOLEAN("select"),
        RADIO("radio"),
        CHECKBOXES("checkbox");

        private final String type;

        Style(String type) {
            this.type = type;
        }

        boolean isSelect() {
            return this == SELECT || this == SELECT_MULTIPLE || this == NULL_BOOLEAN;
        }

        boolean isMultiple() {
            return this == SELECT_MULTIPLE || this == CHECKBOXES;
        }
    }

    private static final List<ChoiceItem> UNKNOWN_YES_NO =
            List.of(ChoiceItem.of("unknown", "Unknown"), ChoiceItem.of("true", "Yes"), ChoiceItem.of("false", "No"));

    private final Style style;
    private Iterable<? extends ChoiceItem> choices;

    ChoiceWidget(Style style) {
        this.style = style;
        this.choices = style == Style.NULL_BOOLEAN ? UNKNOWN_YES_NO : List.of();
    }

    /** The same widget with these choices; its field normally sets them. */
    public ChoiceWidget choices(Iterable<? extends ChoiceItem> offered) {
        ChoiceWidget copy = (ChoiceWidget) copy();
        copy.choices = offered;
        return copy;
    }

    /** The choices shown. */
    public Iterable<? extends ChoiceItem> choices() {
        return choices;
    }

    /** Whether its field's choices replace its own. */
    boolean takesChoices() {
        return style != Style.NULL_BOOLEAN;
    }

    /** The kind in lower case, as Django names it. */
    public String djangoType() {
        return switch (style) {
            case SELECT -> "select";
            case SELECT_MULTIPLE -> "selectmultiple";
            case NULL_BOOLEAN -> "nullbooleanselect";
            case RADIO -> "radioselect";
            case CHECKBOXES -> "checkboxselectmultiple";
        };
    }

    /** Whether several choices can be chosen. */
    public boolean isMultiple() {
        return style.isMultiple();
    }

    @Override
    public String inputType() {
        return style.isSelect() ? "" : style.type;
    }

    @Override
    public String templateName() {
        String file = switch (style) {
            case SELECT, SELECT_MULTIPLE, NULL_BOOLEAN -> "select";
            case RADIO -> "radio";
            case CHECKBOXES -> "checkbox_select";
        };
        return "django/forms/widgets/" + file + ".html";
    }

    @Override
    public boolean useFieldset() {
        return !style.isSelect();
    }

    @Override
    public String idForLabel(String id) {
        return style.isSelect() ? id : "";
    }

    @Override
    public boolean useRequiredAttribute(@Nullable Object initial) {
        return switch (style) {
            case SELECT_MULTIPLE, RADIO -> true;
            case CHECKBOXES -> false;
            case SELECT, NULL_BOOLEAN -> startsWithPlaceholder();
        };
    }

    /** HTML allows {@code required} on a single select only if its first choice has an empty value. */
    private boolean startsWithPlaceholder() {
        for (ChoiceItem first : choices) {
            return first instanceof ChoiceItem.Single single
                    && (single.value() == null || single.value().equals(""));
        }
        return false;
    }

    @Override
    public @Nullable Object valueFrom(FormData data, String name) {
        if (style == Style.NULL_BOOLEAN) {
            String sent = data.get(name);
            return switch (sent == null ? "" : sent) {
                case "true", "True", "2" -> true;
                case "false", "False", "3" -> false;
                default -> null;
            };
        }
        return isMultiple() ? data.list(name) : data.get(name);
    }

    @Override
    public boolean isOmitted(FormData data, String name) {
        return !isMultiple() && super.isOmitted(data, name);
    }

    @Override
    public List<String> formatValue(@Nullable Object value) {
        if (style == Style.NULL_BOOLEAN) {
            return List.of(formatNullBoolean(value));
        }
        if (value == null && isMultiple()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object one : value instanceof Collection<?> many ? many : java.util.Collections.singleton(value)) {
            texts.add(one == null ? "" : PythonText.of(one));
        }
        return texts;
    }

    private static String formatNullBoolean(@Nullable Object value) {
        return switch (value) {
            case Boolean flag -> flag.toString();
            case Number number when number.doubleValue() == 1 -> "true";
            case Number number when number.doubleValue() == 0 -> "false";
            case String s when s.equals("true") || s.equals("2") -> "true";
            case String s when s.equals("false") || s.equals("3") -> "false";
            case null, default -> "unknown";
        };
    }

    @Override
    public WidgetView view(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        WidgetView view = super.view(name, value, extraAttrs);
        if (style == Style.SELECT_MULTIPLE) {
            view.attrs().put("multiple", true);
        }
        return view.withGroups(groups(name, formatValue(value), view.attrs()));
    }

    @Override
    public List<WidgetView> subwidgets(String name, @Nullable Object value, Map<String, ?> extraAttrs) {
        return view(name, value, extraAttrs).optgroups().stream()
                .flatMap(group -> group.options().stream())
                .toList();
    }

    private List<WidgetView.OptionGroup> groups(String name, List<String> chosen, Map<String, Object> attrs) {
        List<WidgetView.OptionGroup> groups = new ArrayList<>();
        Selection selection = new Selection(name, chosen, attrs);
        int index = 0;
        for (ChoiceItem item : choices) {
            switch (item) {
                case ChoiceItem.Single single ->
                    groups.add(new WidgetView.OptionGroup(
                            null, List.of(selection.option(single, Integer.toString(index))), index));
                case ChoiceItem.Group group -> {
                    List<WidgetView> options = new ArrayList<>();
                    for (ChoiceItem.Single single : group.choices()) {
                        options.add(selection.option(single, index + "_" + options.size()));
                    }
                    groups.add(new WidgetView.OptionGroup(group.heading(), options, index));
                }
            }
            index++;
        }
        return groups;
    }

    /** Makes the options one after the other, and remembers whether a single choice has been chosen already. */
    private final class Selection {
        private final String name;
        private final List<String> chosen;
        private final Map<String, Object> attrs;
        private boolean done;

        Selection(String name, List<String> chosen, Map<String, Object> attrs) {
            this.name = name;
            this.chosen = chosen;
            this.attrs = attrs;
        }

        WidgetView option(ChoiceItem.Single choice, String index) {
            String value = choice.value() == null ? "" : PythonText.of(choice.value());
            boolean selected = (!done || isMultiple()) && chosen.contains(value);
            done |= selected;
            Map<String, Object> own = style.isSelect() ? Widgets.attrs() : new java.util.LinkedHashMap<>(attrs);
            if (selected) {
                own.put(style.isSelect() ? "selected" : "checked", true);
            }
            own.computeIfPresent("id", (key, id) -> id + "_" + index);
            String template = style.isSelect() ? "select_option" : style.type + "_option";
            return new WidgetView(
                            ChoiceWidget.this,
                            "django/forms/widgets/" + template + ".html",
                            name,
                            value,
                            style.type,
                            own)
                    .withOption(choice.label(), selected, !style.isSelect());
        }
    }
}
