package quintet.views.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.http.ErrorViews;
import quintet.http.Request;
import quintet.http.Resolver404;
import quintet.http.Response;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;
import quintet.views.TemplateBackend;

/** Error pages from the site's {@code 400.html}, {@code 403.html}, {@code 404.html} and {@code 500.html}, else plain ones. */
final class TemplateErrorViews implements ErrorViews {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");

    private final Site site;

    TemplateErrorViews(Site site) {
        this.site = site;
    }

    @Override
    public Response badRequest(Request request, Exception exception) {
        return page(request, 400, Map.of());
    }

    @Override
    public Response permissionDenied(Request request, Exception exception) {
        return page(request, 403, Map.of("exception", text(exception)));
    }

    @Override
    public Response notFound(Request request, Exception exception) {
        Map<String, Object> context = new HashMap<>();
        context.put("request_path", request.path());
        context.put("exception", exception instanceof Resolver404 ? "Resolver404" : text(exception));
        return page(request, 404, context);
    }

    /** Rendered without context processors, one of which may be what broke. */
    @Override
    public Response serverError(Request request, Exception exception) {
        return page(null, 500, Map.of());
    }

    @Override
    public Response csrfFailure(Request request, String reason) {
        boolean debug = site.settings().debug();
        Template template = find("403_csrf.html");
        Map<String, Object> context = Map.of("reason", reason, "DEBUG", debug);
        String html =
                template == null ? ErrorPages.csrf(debug ? reason : "") : template.render(Context.of(context, request));
        return Response.forbidden(html);
    }

    private static String text(Exception exception) {
        String message = exception.getMessage();
        return message == null || message.isEmpty() ? exception.getClass().getSimpleName() : message;
    }

    private Response page(@Nullable Request request, int status, Map<String, Object> context) {
        try {
            Template template = find(status + ".html");
            if (template != null) {
                return Response.ok(TemplateBackend.of(template).render(context, request))
                        .status(status);
            }
        } catch (RuntimeException e) {
            LOG.error("The template {}.html failed; a plain page is shown instead", status, e);
        }
        return Response.ok(ErrorPages.plain(status)).status(status);
    }

    private @Nullable Template find(String name) {
        try {
            return site.service(Engine.class).get(name);
        } catch (TemplateDoesNotExist e) {
            return null;
        }
    }
}
