package quintet.views;

import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;

/**
 * Shows a form for an object and saves what was changed. The template is {@code library/book_form.html} unless another is
 * given; it has {@code form}, {@code object} and {@code book}. Django's {@code UpdateView}.
 *
 * @param <M> the model
 */
public class UpdateView<M extends KeyedModel<?>> extends ModelFormView<M, UpdateView<M>> {
    /** For subclasses, such as {@code class BookEdit extends UpdateView<Book>}. */
    protected UpdateView() {}

    /** Changes one of these objects by this form. */
    public static <M extends KeyedModel<?>> UpdateView<M> of(Queries<M> among, FormSpec<M> form) {
        return new UpdateView<M>().queryset(among).form(form).made();
    }

    @Override
    final M formObject(Request request) throws Exception {
        return object(request);
    }
}
