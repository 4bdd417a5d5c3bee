package quintet.forms.internal;

import java.util.List;
import java.util.Map;
import quintet.forms.Bound;
import quintet.forms.BoundField;
import quintet.forms.ErrorList;
import quintet.forms.ErrorMap;
import quintet.forms.FormRenderer;
import quintet.forms.Widget;
import quintet.forms.WidgetView;

/**
 * Writes forms in plain Java: no template is looked up. White space is that of Django's templates, so that pages and
 * tests that move over do not change.
 */
public final class JavaRenderer implements FormRenderer {
    /** The only one; it has no state. */
    public static final JavaRenderer INSTANCE = new JavaRenderer();

    private JavaRenderer() {}

    @Override
    public String form(Layout layout, Bound form) {
        return FormLayout.of(layout).write(form, this).strip();
    }

    @Override
    public String field(BoundField field) {
        StringBuilder out = new StringBuilder();
        boolean fieldset = field.useFieldset();
        if (fieldset) {
            out.append("\n  <fieldset");
            if (!field.ariaDescribedby().isEmpty()) {
                Html.text(out.append(" aria-describedby=\""), field.ariaDescribedby())
                        .append('"');
            }
            out.append(">\n  ").append(field.label().length() == 0 ? "" : field.legendTag());
        } else {
            out.append("\n  ").append(field.label().length() == 0 ? "" : field.labelTag());
        }
        out.append("\n\n");
        help(out, field, "div");
        out.append('\n').append(errors(field.errors())).append('\n').append(field);
        return out.append(fieldset ? "</fieldset>" : "").toString().strip();
    }

    /** The help text in an element, if there is one. */
    static void help(StringBuilder out, BoundField field, String tag) {
        if (field.helpText().length() == 0) {
            return;
        }
        out.append('<').append(tag).append(" class=\"helptext\"");
        if (!field.autoId().isEmpty()) {
            Html.text(out.append(" id=\""), field.autoId()).append("_helptext\"");
        }
        out.append('>').append(field.helpText()).append("</").append(tag).append('>');
    }

    @Override
    public String label(LabelView label) {
        if (label.tag() == null) {
            return Html.text(label.contents());
        }
        StringBuilder out = new StringBuilder().append('<').append(label.tag());
        Html.attributes(out, label.attrs());
        return Html.text(out.append('>'), label.contents())
                .append("</")
                .append(label.tag())
                .append('>')
                .toString();
    }

    @Override
    public String errors(ErrorList errors) {
        if (errors.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<ul class=\"");
        Html.text(out, errors.errorClass()).append('"');
        if (!errors.fieldId().isEmpty()) {
            Html.text(out.append(" id=\""), errors.fieldId()).append("_error\"");
        }
        out.append('>');
        for (String message : errors) {
            Html.text(out.append("<li>"), message).append("</li>");
        }
        return out.append("</ul>").toString();
    }

    /** All errors of a form, a list in a list. */
    public String errors(ErrorMap errors) {
        if (errors.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<ul class=\"errorlist\">");
        errors.asMap()
                .forEach((field, list) -> Html.text(out.append("<li>"), field)
                        .append(errors(list))
                        .append("</li>"));
        return out.append("</ul>").toString();
    }

    @Override
    public String widget(WidgetView view) {
        return write(view).strip();
    }

    private String write(WidgetView view) {
        return switch (file(view.templateName())) {
            case "textarea" -> textarea(view);
            case "select" -> select(view);
            case "select_option" -> option(view);
            case "radio", "checkbox_select" -> group(view);
            case "radio_option", "checkbox_option" -> wrappedInput(view);
            case "clearable_file_input" -> clearableFile(view);
            case "select_date", "multiwidget", "splitdatetime", "splithiddendatetime", "multiple_hidden" -> parts(view);
            default -> input(view);
        };
    }

    private static String file(String templateName) {
        int slash = templateName.lastIndexOf('/');
        int dot = templateName.lastIndexOf('.');
        return templateName.substring(slash + 1, dot < slash ? templateName.length() : dot);
    }

    /** A bare input element. */
    public String input(WidgetView view) {
        StringBuilder out = new StringBuilder("<input type=\"");
        Html.text(Html.text(out, view.type()).append("\" name=\""), view.name()).append('"');
        if (view.value() != null) {
            Html.text(out.append(" value=\""), view.value()).append('"');
        }
        Html.attributes(out, view.attrs());
        return out.append('>').toString();
    }

    private static String textarea(WidgetView view) {
        StringBuilder out = new StringBuilder("<textarea name=\"");
        Html.text(out, view.name()).append('"');
        Html.attributes(out, view.attrs());
        return Html.text(out.append(">\n"), view.value()).append("</textarea>").toString();
    }

    private static String select(WidgetView view) {
        StringBuilder out = new StringBuilder("<select name=\"");
        Html.text(out, view.name()).append('"');
        Html.attributes(out, view.attrs());
        out.append('>');
        for (WidgetView.OptionGroup group : view.optgroups()) {
            boolean named = isNamed(group);
            if (named) {
                Html.text(out.append("\n  <optgroup label=\""), group.name()).append("\">");
            }
            for (WidgetView option : group.options()) {
                out.append("\n  ").append(option(option)).append('\n');
            }
            out.append(named ? "\n  </optgroup>" : "");
        }
        return out.append("\n</select>").toString();
    }

    private static boolean isNamed(WidgetView.OptionGroup group) {
        return group.name() != null && !group.name().toString().isEmpty();
    }

    private static String option(WidgetView view) {
        StringBuilder out = new StringBuilder("<option value=\"");
        Html.text(out, view.value()).append('"');
        Html.attributes(out, view.attrs());
        return Html.text(out.append('>'), view.label()).append("</option>").toString();
    }

    private String group(WidgetView view) {
        StringBuilder out = new StringBuilder("<div");
        attribute(out, "id", view.attrs());
        attribute(out, "class", view.attrs());
        out.append('>');
        for (WidgetView.OptionGroup group : view.optgroups()) {
            boolean named = isNamed(group);
            if (named) {
                Html.text(out.append("\n  <div><label>"), group.name()).append("</label>");
            }
            for (WidgetView option : group.options()) {
                out.append("<div>\n    ").append(wrappedInput(option)).append("\n</div>");
            }
            out.append(named ? "\n  </div>" : "");
        }
        return out.append("\n</div>").toString();
    }

    private static void attribute(StringBuilder out, String name, Map<String, Object> attrs) {
        Object value = attrs.get(name);
        if (value != null && !value.equals("") && !value.equals(false)) {
            Html.text(out.append(' ').append(name).append("=\""), value).append('"');
        }
    }

    private String wrappedInput(WidgetView view) {
        if (!view.wrapLabel()) {
            return input(view) + "\n";
        }
        StringBuilder out = new StringBuilder("<label");
        String id = view.idForLabel();
        if (!id.isEmpty()) {
            Html.text(out.append(" for=\""), id).append('"');
        }
        out.append('>').append(input(view)).append("\n ");
        return Html.text(out, view.label()).append("</label>\n").toString();
    }

    private String clearableFile(WidgetView view) {
        StringBuilder out = new StringBuilder();
        WidgetView.ClearBox box = view.clearBox();
        if (box != null) {
            Html.text(out.append("Currently: <a href=\""), box.url()).append("\">");
            Html.text(out, box.file().toString()).append("</a>");
            if (!view.required()) {
                clearBox(out, view, box);
            }
            out.append("<br>\nChange:");
        }
        out.append("\n<input type=\"").append(view.type()).append("\" name=\"");
        Html.text(out, view.name()).append('"');
        Html.attributes(out, view.attrs());
        return out.append('>').toString();
    }

    private static void clearBox(StringBuilder out, WidgetView view, WidgetView.ClearBox box) {
        Html.text(out.append("\n<input type=\"checkbox\" name=\""), box.checkboxName());
        Html.text(out.append("\" id=\""), box.checkboxId()).append('"');
        out.append(Boolean.TRUE.equals(view.attrs().get("disabled")) ? " disabled" : "");
        Html.text(out.append(">\n<label for=\""), box.checkboxId()).append("\">Clear</label>");
    }

    private String parts(WidgetView view) {
        StringBuilder out = new StringBuilder();
        List<WidgetView> subwidgets = view.subwidgets();
        subwidgets.forEach(part -> out.append(write(part)));
        return Html.spaceless(out.toString());
    }

    /** The renderer's name for error messages. */
    @Override
    public String toString() {
        return "the built-in form renderer (" + Widget.class.getPackageName() + ")";
    }
}
