package quintet.views;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route0;
import quintet.orm.KeyedModel;
import quintet.orm.Queries;
import quintet.views.internal.SuccessUrl;

/**
 * Asks whether to delete an object and does so when that is sent. The template is
 * {@code library/book_confirm_delete.html} unless another is given. Django's {@code DeleteView}.
 *
 * @param <M> the model
 */
public class DeleteView<M extends KeyedModel<?>> extends ObjectView<M, DeleteView<M>> {
    private @Nullable SuccessUrl successUrl;

    /** For subclasses, such as {@code class BookDelete extends DeleteView<Book>}. */
    protected DeleteView() {}

    /** Deletes one of these objects. */
    public static <M extends KeyedModel<?>> DeleteView<M> of(Queries<M> among) {
        return new DeleteView<M>().queryset(among).made();
    }

    /** Goes to this URL afterwards; {@code {name}} stands for a field of the object. */
    public DeleteView<M> successUrl(String url) {
        return deleteOption(v -> v.successUrl = SuccessUrl.pattern(url));
    }

    /** Goes to this route afterwards. */
    public DeleteView<M> successUrl(Route0 route) {
        return deleteOption(v -> v.successUrl = result -> route.url());
    }

    /** Goes to the URL this function makes afterwards. */
    public DeleteView<M> successUrl(Function<? super M, String> url) {
        return deleteOption(v -> v.successUrl = SuccessUrl.<M>of(url));
    }

    private DeleteView<M> deleteOption(Consumer<DeleteView<M>> change) {
        return objectOption(v -> change.accept((DeleteView<M>) v));
    }

    /** Deletes the object. */
    protected void deleteObject(Request request, M object) throws Exception {
        object.delete();
    }

    /** Where to go afterwards; asked before the object is gone. Django's {@code get_success_url}. */
    protected String successUrl(Request request, M object) {
        String url = SuccessUrl.orNull(successUrl, new FormResult(object, Map.of()));
        if (url == null) {
            throw new ImproperlyConfigured("No URL to redirect to. Provide a success_url: " + this
                    + ".successUrl(\"/books/\"), or override successUrl(request, object).");
        }
        return url;
    }

    @Override
    String templateSuffix() {
        return "_confirm_delete";
    }

    @Override
    protected Response get(Request request) throws Exception {
        return page(request, objectContext(object(request)));
    }

    @Override
    protected Response post(Request request) throws Exception {
        M object = object(request);
        String url = successUrl(request, object);
        return aroundFormValid(request, new FormResult(object, Map.of()), r -> {
            deleteObject(r, object);
            return Response.redirect(url);
        });
    }

    @Override
    protected Response delete(Request request) throws Exception {
        return post(request);
    }
}
