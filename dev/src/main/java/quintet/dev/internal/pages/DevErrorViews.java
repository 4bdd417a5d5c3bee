package quintet.dev.internal.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.App;
import quintet.core.Site;
import quintet.dev.internal.trace.RequestTrace;
import quintet.http.DisallowedHost;
import quintet.http.ErrorViews;
import quintet.http.Project;
import quintet.http.Request;
import quintet.http.Resolver404;
import quintet.http.Response;
import quintet.orm.DatabaseException;
import quintet.templates.Engine;
import quintet.templates.TemplateException;

/** How errors look to the site's developer. */
public final class DevErrorViews implements ErrorViews {
    private final Renderer renderer;
    private final ErrorViews usual;

    /**
     * The views of a site.
     *
     * @param usual for what looks as in production
     */
    public DevErrorViews(Renderer renderer, ErrorViews usual) {
        this.renderer = renderer;
        this.usual = usual;
    }

    /**
     * A host that is not allowed is shown its remedy and no more: a page of another name may be read by whoever made that
     * name lead here.
     */
    @Override
    public Response badRequest(Request request, Exception exception) {
        if (exception instanceof DisallowedHost) {
            return renderer.orFallback(
                    request,
                    400,
                    exception,
                    () -> refused(
                            request,
                            400,
                            "This host is not allowed",
                            Shown.message(exception.getMessage()),
                            Hints.of(List.of(exception), request),
                            List.of()));
        }
        return error(request, exception, 400);
    }

    /** As in production: whether somebody may do something is no mistake of the program. */
    @Override
    public Response permissionDenied(Request request, Exception exception) {
        return usual.permissionDenied(request, exception);
    }

    @Override
    public Response notFound(Request request, Exception exception) {
        return renderer.orFallback(request, 404, exception, () -> {
            if (isWelcome(request, exception)) {
                return welcome(request);
            }
            NotFoundReport report = new NotFoundReport(renderer, request, exception);
            return Renderer.wantsHtml(request)
                    ? renderer.page(request, 404, "notfound.html", report.context())
                    : Renderer.text(404, report.text());
        });
    }

    @Override
    public Response serverError(Request request, Exception exception) {
        RequestTrace trace = RequestTrace.of(request);
        if (trace != null) {
            trace.failed(exception.getClass().getSimpleName());
        }
        return error(request, exception, 500);
    }

    private Response error(Request request, Exception exception, int status) {
        return renderer.orFallback(request, status, exception, () -> {
            ErrorReport report = new ErrorReport(renderer, request, exception, status);
            if (!Renderer.wantsHtml(request)) {
                return Renderer.text(status, TextReport.of(report));
            }
            Map<String, @Nullable Object> context = report.context();
            if (isDatabase(exception)) {
                MigrationState state = MigrationState.of(request.site());
                context.put("migrations", state.unapplied().isEmpty() ? null : state);
            }
            return renderer.page(request, status, "error.html", context);
        });
    }

    private static boolean isDatabase(Throwable exception) {
        return ExceptionView.causes(exception).stream().anyMatch(DatabaseException.class::isInstance);
    }

    @Override
    public Response csrfFailure(Request request, String reason) {
        if (hasOwnCsrfPage(request.site())) {
            return usual.csrfFailure(request, reason);
        }
        return renderer.orFallback(
                request,
                403,
                null,
                () -> refused(
                        request,
                        403,
                        "This form was refused",
                        reason,
                        CsrfReasons.explain(reason),
                        new RequestFacts(request).groups()));
    }

    private Response refused(
            Request request, int status, String title, String reason, List<Hint> hints, List<Fact.Group> facts) {
        if (!Renderer.wantsHtml(request)) {
            StringBuilder out = new StringBuilder().append(status).append(' ').append(title);
            out.append(": ").append(reason).append('\n');
            for (Hint hint : hints) {
                out.append(hint.text()).append('\n');
                hint.commands().forEach(line -> out.append("    ").append(line).append('\n'));
            }
            return Renderer.text(status, TextReport.printable(out.toString()));
        }
        Map<String, @Nullable Object> context = new HashMap<>();
        context.put("title", title);
        context.put("reason", reason);
        context.put("hints", hints);
        context.put("method", request.method());
        context.put("full_path", Shown.fullPath(request));
        context.put("facts", facts);
        return renderer.page(request, status, "refused.html", context);
    }

    /** Whether the project shows refused forms in its own way, which it will want to see at work. */
    private static boolean hasOwnCsrfPage(Site site) {
        if (site.findService(Project.class).map(Project::errorViews).isPresent()) {
            return true;
        }
        try {
            return site.service(Engine.class).get("403_csrf.html") != null;
        } catch (TemplateException e) {
            return false;
        }
    }

    /** Whether a new project was asked for its first page before it has any. */
    private static boolean isWelcome(Request request, Exception exception) {
        return exception instanceof Resolver404
                && request.pathInfo().equals("/")
                && request.urls().routes().stream()
                        .allMatch(route -> route.pattern().startsWith("admin/"));
    }

    private Response welcome(Request request) {
        Site site = request.site();
        Map<String, @Nullable Object> context = new HashMap<>();
        String project = site.findService(Project.class)
                .map(found -> found.getClass().getName())
                .orElse("mysite.Mysite");
        List<String> own = site.apps().stream()
                .filter(app -> renderer.code().isOwn(app.getClass()))
                .map(App::label)
                .toList();
        context.put("title", "It works");
        context.put("project", project.substring(project.lastIndexOf('.') + 1));
        context.put("project_file", "src/main/java/" + project.replace('.', '/') + ".java");
        context.put("apps", own);
        context.put("has_admin", !request.urls().routes().isEmpty());
        context.put("migrations", MigrationState.of(site));
        context.put("versions", Versions.of(site));
        return Renderer.wantsHtml(request)
                ? renderer.page(request, 200, "welcome.html", context)
                : Renderer.text(
                        200, "It works. The project has no pages yet: write routes in " + context.get("project_file"));
    }
}
