package library;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.views.DetailView;

/** An author with the books. */
class AuthorDetail extends DetailView<Author> {
    @Override
    protected void context(Request request, Map<String, @Nullable Object> context) throws Exception {
        context.put("here", "authors");
        context.put(
                "books",
                Book.objects
                        .selectRelated(Book_.author())
                        .filter(Book_.author().id.eq(object(request).id))
                        .orderBy(Book_.year.asc(), Book_.title.asc()));
    }
}
