package quintet.views;

import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;

/**
 * Shows one object: {@code path("books/<pk>/", INT, DetailView.of(Book.objects.all()))}. The template is
 * {@code library/book_detail.html} unless another is given; it has the object as {@code object} and {@code book}. Django's
 * {@code DetailView}.
 *
 * @param <M> the model
 */
public class DetailView<M extends KeyedModel<?>> extends ObjectView<M, DetailView<M>> {
    /** For subclasses, such as {@code class BookDetail extends DetailView<Book>}. */
    protected DetailView() {}

    /** Shows one of these objects. */
    public static <M extends KeyedModel<?>> DetailView<M> of(Queries<M> among) {
        return new DetailView<M>().queryset(among).made();
    }

    /** Shows one of these objects with this template. */
    public static <M extends KeyedModel<?>> DetailView<M> of(Queries<M> among, String template) {
        return of(among).template(template);
    }

    @Override
    String templateSuffix() {
        return "_detail";
    }

    @Override
    protected Response get(Request request) throws Exception {
        return page(request, objectContext(object(request)));
    }
}
