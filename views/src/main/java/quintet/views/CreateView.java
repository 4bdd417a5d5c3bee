package quintet.views;

import org.jspecify.annotations.Nullable;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.orm.KeyedModel;

/**
 * Shows a form for a new object and saves it. The template is {@code library/book_form.html} unless another is given; it
 * has {@code form}. Afterwards it goes to the success URL, else to the object's own page. Django's {@code CreateView}.
 *
 * @param <M> the model
 */
public class CreateView<M extends KeyedModel<?>> extends ModelFormView<M, CreateView<M>> {
    /** For subclasses, such as {@code class BookCreate extends CreateView<Book>}. */
    protected CreateView() {}

    /** Makes objects by this form. */
    public static <M extends KeyedModel<?>> CreateView<M> of(Class<M> model, FormSpec<M> form) {
        return new CreateView<M>().form(form).model(model).made();
    }

    @Override
    final @Nullable M formObject(Request request) {
        return null;
    }
}
