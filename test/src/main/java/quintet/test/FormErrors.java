package quintet.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.forms.ErrorList;
import quintet.forms.Form;

/** The messages of a form's field. */
final class FormErrors {
    private FormErrors() {}

    /** In order; empty for none. A field of null stands for the form as a whole. */
    static List<String> of(Form<?> form, @Nullable String field) {
        if (!form.isBound()) {
            throw new AssertionError("Nothing was sent to the form, so it has no errors.");
        }
        if (field == null) {
            return form.raw().nonFieldErrors().messages();
        }
        form.raw().field(field);
        ErrorList errors = form.errors().get(field);
        return errors == null ? List.of() : errors.messages();
    }
}
