package quintet.views;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Urls;
import quintet.views.internal.Placeholders;

/**
 * Sends the browser somewhere else: {@code path("old/<slug>/", SLUG, RedirectView.to("/new/{slug}/").permanent())}.
 * Django's {@code RedirectView}.
 */
public class RedirectView extends View {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");

    private @Nullable String url;
    private @Nullable String routeName;
    private boolean permanent;
    private boolean keepQuery;
    private boolean preserveRequest;

    /** For subclasses; give the target by overriding {@link #redirectUrl}. */
    protected RedirectView() {}

    /** To a URL, in which {@code {name}} stands for what the path captured. */
    public static RedirectView to(String url) {
        RedirectView view = new RedirectView();
        view.url = url;
        view.seal();
        return view;
    }

    /** To a route by its name, with what the path captured as its arguments. Django's {@code pattern_name}. */
    public static RedirectView toRoute(String name) {
        RedirectView view = new RedirectView();
        view.routeName = name;
        view.seal();
        return view;
    }

    /** With 301, which browsers remember, instead of 302. */
    public RedirectView permanent() {
        return option(v -> v.permanent = true);
    }

    /** Keeps the query string. Django's {@code query_string}. */
    public RedirectView keepQuery() {
        return option(v -> v.keepQuery = true);
    }

    /** With 307 or 308, so that the browser repeats method and body. */
    public RedirectView preserveRequest() {
        return option(v -> v.preserveRequest = true);
    }

    private RedirectView option(Consumer<RedirectView> change) {
        return this.<RedirectView>changed(change);
    }

    /** Where to go; null answers 410. Django's {@code get_redirect_url}. */
    protected @Nullable String redirectUrl(Request request) throws Exception {
        Map<String, @Nullable Object> kwargs = kwargs(request);
        String target;
        if (url != null) {
            target = Placeholders.fillUrl(url, kwargs::get);
        } else if (routeName != null) {
            target = kwargs.isEmpty()
                    ? Urls.reverse(routeName, request.match().args().toArray())
                    : Urls.reverse(routeName, kwargs);
        } else {
            return null;
        }
        String query = request.rawQuery();
        return keepQuery && !query.isEmpty() ? target + "?" + query : target;
    }

    @Override
    protected Response get(Request request) throws Exception {
        String target = redirectUrl(request);
        if (target == null) {
            LOG.warn("Gone: {}", request.path());
            return Response.gone();
        }
        Response response = permanent ? Response.redirectPermanently(target) : Response.redirect(target);
        return preserveRequest ? response.preserveRequest() : response;
    }

    @Override
    protected Response post(Request request) throws Exception {
        return get(request);
    }

    @Override
    protected Response put(Request request) throws Exception {
        return get(request);
    }

    @Override
    protected Response patch(Request request) throws Exception {
        return get(request);
    }

    @Override
    protected Response delete(Request request) throws Exception {
        return get(request);
    }

    @Override
    protected Response options(Request request) throws Exception {
        return get(request);
    }
}
