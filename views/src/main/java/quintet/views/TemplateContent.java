package quintet.views;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quintet.http.LazyContent;
import quintet.http.Request;
import quintet.http.Response;
import quintet.views.internal.Templates;

/**
 * What a response will be rendered from: templates and context. Middleware may change it in
 * {@code processTemplateResponse}, as it is rendered after that. Immutable. Django's {@code TemplateResponse}.
 *
 * <pre>{@code
 * Response processTemplateResponse(Request request, Response response) {
 *     return TemplateContent.change(response, content -> content.with("shelf", shelf));
 * }
 * }</pre>
 */
public final class TemplateContent implements LazyContent {
    private final Request request;
    private final List<String> templates;
    private final Map<String, @Nullable Object> context;
    private final List<UnaryOperator<Response>> afterRender;

    private TemplateContent(
            Request request,
            List<String> templates,
            Map<String, @Nullable Object> context,
            List<UnaryOperator<Response>> afterRender) {
        this.request = request;
        this.templates = List.copyOf(templates);
        this.context = context;
        this.afterRender = List.copyOf(afterRender);
    }

    /** A response that will show a template. */
    public static Response response(Request request, String template, Map<String, ? extends @Nullable Object> context) {
        return response(request, List.of(template), context);
    }

    /** A response that will show the first of these templates that exists. */
    public static Response response(
            Request request, List<String> templates, Map<String, ? extends @Nullable Object> context) {
        Map<String, @Nullable Object> copy = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        return Response.lazy(new TemplateContent(request, templates, copy, List.of()));
    }

    /** What a response will be rendered from; empty if it is rendered already or made otherwise. */
    public static Optional<TemplateContent> of(Response response) {
        return response.content() instanceof TemplateContent content ? Optional.of(content) : Optional.empty();
    }

    /** Changes what a response will be rendered from; leaves other responses alone. */
    public static Response change(Response response, UnaryOperator<TemplateContent> change) {
        return of(response)
                .map(content -> response.content(change.apply(content)))
                .orElse(response);
    }

    /** The templates to choose from. */
    public List<String> templates() {
        return templates;
    }

    /** The variables for the template. */
    public Map<String, @Nullable Object> context() {
        return context;
    }

    /** With another template; of several the first that exists. */
    public TemplateContent template(String... names) {
        return new TemplateContent(request, List.of(names), context, afterRender);
    }

    /** With another variable. */
    public TemplateContent with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(context);
        more.put(name, value);
        return new TemplateContent(request, templates, Collections.unmodifiableMap(more), afterRender);
    }

    /** Runs this on the rendered response, after those given before. Django's {@code add_post_render_callback}. */
    public TemplateContent afterRender(UnaryOperator<Response> callback) {
        List<UnaryOperator<Response>> all = new ArrayList<>(afterRender);
        all.add(callback);
        return new TemplateContent(request, templates, context, all);
    }

    @Override
    public Response render(Response unrendered) {
        Response rendered = unrendered.body(Templates.select(templates).render(context, request));
        for (UnaryOperator<Response> callback : afterRender) {
            rendered = callback.apply(rendered);
        }
        return rendered;
    }
}
