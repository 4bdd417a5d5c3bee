package quintet.forms;

import java.util.List;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * Several forms on their way: not sent yet, sent and wrong, or sent and right.
 *
 * @param <T> what each form makes
 */
public sealed interface FormSet<T> extends HtmlValue {
    /** The forms, with all that was sent. */
    BoundSet<T> raw();

    /** Nothing was sent. */
    record Unbound<T>(BoundSet<T> raw) implements FormSet<T> {}

    /** Something is wrong with a form or with their number. */
    record Invalid<T>(BoundSet<T> raw) implements FormSet<T> {}

    /**
     * All is right.
     *
     * @param data what the forms made: without deleted ones and empty ones, in the order asked for
     * @param raw the forms
     */
    record Valid<T>(List<T> data, BoundSet<T> raw) implements FormSet<T> {}

    @Override
    default SafeString html() {
        return raw().html();
    }
}
