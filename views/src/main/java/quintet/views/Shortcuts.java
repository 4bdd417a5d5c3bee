package quintet.views;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.NotFound;
import quintet.http.NoReverseMatch;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Urls;
import quintet.orm.KeyedModel;
import quintet.orm.MultipleObjectsReturned;
import quintet.orm.Queries;
import quintet.templates.Variables;
import quintet.views.internal.Templates;

/**
 * What nearly every view does, to be imported statically: {@code import static quintet.views.Shortcuts.*}. Answers to
 * {@code django.shortcuts}.
 */
public final class Shortcuts {
    private Shortcuts() {}

    /** A page made by a template without variables of its own. */
    public static Response render(Request request, String template) {
        return render(request, template, Map.of());
    }

    /**
     * A page made by a template, rendered at once.
     *
     * @param context the template's variables
     */
    public static Response render(Request request, String template, Map<String, ? extends @Nullable Object> context) {
        return render(request, List.of(template), context);
    }

    /**
     * A page made by a template whose variables are the components of a record. A template that names the record,
     * {@code {# context: library.BookPage #}}, is checked against it by {@code checktemplates}.
     *
     * @param page the record, such as {@code new BookPage(book, reviews)}
     */
    public static Response render(Request request, String template, Record page) {
        return render(request, List.of(template), Variables.of(page));
    }

    /** A page made by the first of these templates that exists. */
    public static Response render(
            Request request, List<String> templates, Map<String, ? extends @Nullable Object> context) {
        return Response.ok(Templates.select(templates).render(context, request));
    }

    /** The text of a template, for mails and the like. Django's {@code render_to_string}. */
    public static String renderToString(String template, Map<String, ? extends @Nullable Object> context) {
        return Response.ok(Templates.select(List.of(template)).render(context, null))
                .text();
    }

    /** The text of a template for a request, with the variables of the context processors. */
    public static String renderToString(
            String template, Map<String, ? extends @Nullable Object> context, Request request) {
        return Response.ok(Templates.select(List.of(template)).render(context, request))
                .text();
    }

    /**
     * Sends the browser to a URL or a route.
     *
     * @param to a URL such as {@code /books/}, mostly from {@code Route.url}; or the name of a route
     * @param args the route's arguments
     */
    public static Response redirect(String to, Object... args) {
        return Response.redirect(resolveUrl(to, args));
    }

    /** Sends the browser to an object's own page. */
    public static Response redirect(KeyedModel<?> object) {
        return Response.redirect(resolveUrl(object));
    }

    /**
     * The URL of a route by name, or the URL itself. Django's {@code resolve_url}.
     *
     * @throws NoReverseMatch if it neither is a route's name nor looks like a URL
     */
    public static String resolveUrl(String to, Object... args) {
        if (to.startsWith("./") || to.startsWith("../") || to.startsWith("/")) {
            return to;
        }
        try {
            return Urls.reverse(to, args);
        } catch (NoReverseMatch e) {
            if (args.length == 0 && (to.contains("/") || to.contains("."))) {
                return to;
            }
            throw e;
        }
    }

    /** The URL of an object's own page. */
    public static String resolveUrl(KeyedModel<?> object) {
        String url = object.absoluteUrl();
        if (url.isEmpty()) {
            String name = object.getClass().getSimpleName();
            throw new IllegalArgumentException(
                    name + " has no page of its own. Override absoluteUrl() in " + name + ", or redirect to a URL.");
        }
        return url;
    }

    /**
     * The only object of a query.
     *
     * @throws NotFound if there is none, which answers 404
     */
    public static <M extends KeyedModel<?>> M getOr404(Queries<M> query) {
        List<M> objects = query.slice(0, 2).list();
        if (objects.size() > 1) {
            throw new MultipleObjectsReturned(
                    "getOr404 found more than one " + name(query) + ". Narrow the query, or use listOr404.");
        }
        return firstOr404(query, objects);
    }

    /**
     * The objects of a query.
     *
     * @throws NotFound if there are none, which answers 404
     */
    public static <M extends KeyedModel<?>> List<M> listOr404(Queries<M> query) {
        List<M> objects = query.list();
        firstOr404(query, objects);
        return objects;
    }

    @CanIgnoreReturnValue
    private static <M> M firstOr404(Queries<M> query, List<M> objects) {
        if (objects.isEmpty()) {
            throw new NotFound("No " + name(query) + " matches the given query.");
        }
        return objects.getFirst();
    }

    private static String name(Queries<?> query) {
        return query.all().type().getSimpleName();
    }
}
