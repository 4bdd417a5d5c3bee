package quintet.forms;

import org.jspecify.annotations.Nullable;

/**
 * Writes forms, fields, errors and widgets as HTML. The built-in one writes what Django's templates write; another one
 * may hand everything, or some of it, to templates (Django's {@code FORM_RENDERER}).
 */
public interface FormRenderer {
    /** How the fields of a form are laid out. */
    enum Layout {
        /** A {@code <div>} for each field. */
        DIV,
        /** A {@code <p>} for each field. */
        P,
        /** An {@code <li>} for each field. */
        UL,
        /** A {@code <tr>} for each field. */
        TABLE
    }

    /** A form with its fields. */
    String form(Layout layout, Bound form);

    /** Label, help, errors and input of a field. */
    String field(BoundField field);

    /** A label or legend. */
    String label(LabelView label);

    /** The errors of one field. */
    String errors(ErrorList errors);

    /** A widget. */
    String widget(WidgetView widget);

    /**
     * A label about to be written.
     *
     * @param contents what it says, with its suffix
     * @param tag {@code label} or {@code legend}, null to write the contents alone
     * @param attrs the attributes
     */
    record LabelView(Object contents, @Nullable String tag, java.util.Map<String, ?> attrs) {}
}
