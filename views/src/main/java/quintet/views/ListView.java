package quintet.views;

import quintet.http.Request;
import quintet.http.Response;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.orm.QuerySet;

/**
 * Shows many objects: {@code path("books/", ListView.of(Book.objects.all()).paginateBy(20))}. The template is
 * {@code library/book_list.html} unless another is given; it has {@code object_list}, {@code book_list}, and with pages
 * {@code page_obj}, {@code paginator} and {@code is_paginated}. Django's {@code ListView}.
 *
 * @param <M> the model
 */
public class ListView<M extends KeyedModel<?>> extends ObjectsView<M, ListView<M>> {
    /** For subclasses, such as {@code class BookList extends ListView<Book>}. */
    protected ListView() {}

    /** Shows these objects, read anew for each request. */
    public static <M extends KeyedModel<?>> ListView<M> of(Queries<M> objects) {
        return new ListView<M>().queryset(objects).made();
    }

    /** Shows these objects with this template. */
    public static <M extends KeyedModel<?>> ListView<M> of(Queries<M> objects, String template) {
        return of(objects).template(template);
    }

    @Override
    String templateSuffix() {
        return "_list";
    }

    @Override
    protected Response get(Request request) throws Exception {
        QuerySet<M> objects = ordered(request);
        refuseEmpty(request, objects);
        return page(request, listContext(request, objects));
    }
}
