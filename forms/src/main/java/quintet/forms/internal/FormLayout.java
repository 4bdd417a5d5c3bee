package quintet.forms.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.forms.Bound;
import quintet.forms.BoundField;
import quintet.forms.ErrorList;
import quintet.forms.FormRenderer;

/** The four ways to lay out the fields of a form. */
abstract sealed class FormLayout {
    static FormLayout of(FormRenderer.Layout layout) {
        return switch (layout) {
            case DIV -> new Div();
            case P -> new Paragraph();
            case UL -> new ListItem();
            case TABLE -> new Row();
        };
    }

    final String write(Bound form, FormRenderer renderer) {
        List<BoundField> fields = form.visibleFields();
        String hidden = hidden(form);
        ErrorList errors = form.topErrors();
        StringBuilder out = new StringBuilder();
        top(out, renderer.errors(errors), fields.isEmpty(), hidden);
        out.append('\n');
        for (int i = 0; i < fields.size(); i++) {
            field(out, fields.get(i), renderer, i == fields.size() - 1 ? hidden : null);
        }
        if (fields.isEmpty() && errors.isEmpty()) {
            out.append("\n  ").append(hidden).append('\n');
        }
        return out.toString();
    }

    private static String hidden(Bound form) {
        StringBuilder out = new StringBuilder();
        form.hiddenFields().forEach(out::append);
        return out.toString();
    }

    abstract void top(StringBuilder out, String errors, boolean noFields, String hidden);

    /** One field; {@code hidden} is given with the last. */
    abstract void field(StringBuilder out, BoundField field, FormRenderer renderer, @Nullable String hidden);

    static StringBuilder open(StringBuilder out, String tag, BoundField field) {
        out.append('<').append(tag);
        String classes = field.cssClasses();
        if (!classes.isEmpty()) {
            Html.text(out.append(" class=\""), classes).append('"');
        }
        return out.append('>');
    }

    static String label(BoundField field) {
        return field.label().length() == 0 ? "" : field.labelTag().toString();
    }

    private static final class Div extends FormLayout {
        @Override
        void top(StringBuilder out, String errors, boolean noFields, String hidden) {
            out.append(errors).append('\n');
            if (!errors.isEmpty() && noFields) {
                out.append("\n  <div>").append(hidden).append("</div>\n");
            }
        }

        @Override
        void field(StringBuilder out, BoundField field, FormRenderer renderer, @Nullable String hidden) {
            open(out.append("\n  "), "div", field).append("\n    ").append(field.asFieldGroup());
            out.append("\n    ");
            if (hidden != null) {
                out.append("\n      ").append(hidden).append("\n    ");
            }
            out.append("\n</div>\n");
        }
    }

    private static final class Paragraph extends FormLayout {
        @Override
        void top(StringBuilder out, String errors, boolean noFields, String hidden) {
            out.append(errors).append('\n');
            if (!errors.isEmpty() && noFields) {
                out.append("\n  <p>").append(hidden).append("</p>\n");
            }
        }

        @Override
        void field(StringBuilder out, BoundField field, FormRenderer renderer, @Nullable String hidden) {
            out.append("\n  ").append(renderer.errors(field.errors())).append("\n  ");
            open(out, "p", field).append("\n    ").append(label(field));
            out.append("\n    ").append(field).append("\n    ");
            if (field.helpText().length() > 0) {
                JavaRenderer.help(out.append("\n      "), field, "span");
                out.append("\n    ");
            }
            out.append("\n    ");
            if (hidden != null) {
                out.append("\n      ").append(hidden).append("\n    ");
            }
            out.append("\n  </p>\n");
        }
    }

    private static final class ListItem extends FormLayout {
        @Override
        void top(StringBuilder out, String errors, boolean noFields, String hidden) {
            if (!errors.isEmpty()) {
                out.append("\n  <li>\n    ").append(errors).append("\n  ");
                if (noFields) {
                    out.append("\n    ").append(hidden).append("\n  ");
                }
                out.append("\n  </li>\n");
            }
        }

        @Override
        void field(StringBuilder out, BoundField field, FormRenderer renderer, @Nullable String hidden) {
            open(out.append("\n  "), "li", field).append("\n    ").append(renderer.errors(field.errors()));
            out.append("\n    ")
                    .append(label(field))
                    .append("\n    ")
                    .append(field)
                    .append("\n    ");
            if (field.helpText().length() > 0) {
                JavaRenderer.help(out.append("\n      "), field, "span");
                out.append("\n    ");
            }
            out.append("\n    ");
            if (hidden != null) {
                out.append("\n      ").append(hidden).append("\n    ");
            }
            out.append("\n  </li>\n");
        }
    }

    private static final class Row extends FormLayout {
        @Override
        void top(StringBuilder out, String errors, boolean noFields, String hidden) {
            if (!errors.isEmpty()) {
                out.append("\n  <tr>\n    <td colspan=\"2\">\n      ").append(errors);
                out.append("\n      ");
                if (noFields) {
                    out.append("\n        ").append(hidden).append("\n      ");
                }
                out.append("\n    </td>\n  </tr>\n");
            }
        }

        @Override
        void field(StringBuilder out, BoundField field, FormRenderer renderer, @Nullable String hidden) {
            open(out.append("\n  "), "tr", field).append("\n    <th>").append(label(field));
            out.append("</th>\n    <td>\n      ").append(renderer.errors(field.errors()));
            out.append("\n      ").append(field).append("\n      ");
            if (field.helpText().length() > 0) {
                JavaRenderer.help(out.append("\n        <br>\n        "), field, "span");
                out.append("\n      ");
            }
            out.append("\n      ");
            if (hidden != null) {
                out.append("\n        ").append(hidden).append("\n      ");
            }
            out.append("\n    </td>\n  </tr>\n");
        }
    }
}
