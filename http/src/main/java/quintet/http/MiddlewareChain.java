package quintet.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;

/** A site's middleware around the calling of handlers. Built once; what it does for each request allocates little. */
final class MiddlewareChain {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");

    private final ErrorResponses errors;
    private final Next entry;
    private final Middleware[] viewHooks;
    private final Middleware[] exceptionHooks;
    private final Middleware[] templateHooks;

    MiddlewareChain(Site site, ErrorResponses errors) {
        this.errors = errors;
        List<Middleware> all = middleware(site);
        this.viewHooks = withHook(all, "processView", Request.class, ResolverMatch.class);
        this.exceptionHooks = withHook(all.reversed(), "processException", Request.class, Exception.class);
        this.templateHooks = withHook(all.reversed(), "processTemplateResponse", Request.class, Response.class);
        Next next = converting(this::dispatch);
        for (Middleware middleware : all.reversed()) {
            Next inner = next;
            next = converting(request -> checked(middleware.handle(request, inner), middleware));
        }
        this.entry = watched(site, next);
    }

    /** In debug mode a developer's pages may stand around all. */
    private static Next watched(Site site, Next inner) {
        if (!site.settings().debug()) return inner;
        DebugPages pages = site.findService(DebugPages.class).orElse(null);
        return pages == null ? inner : request -> pages.around(request, inner);
    }

    /** What the site's middleware is made of, as apps and project arranged it. */
    static MiddlewareStack stack(Site site) {
        MiddlewareStack stack = new MiddlewareStack();
        DefaultMiddleware.addTo(stack);
        for (HasMiddleware app : site.appsWith(HasMiddleware.class)) app.middleware(stack);
        Optional<Project> project = site.findService(Project.class);
        project.ifPresent(p -> p.middleware(stack));
        return stack;
    }

    private static List<Middleware> middleware(Site site) {
        List<Middleware> all = new ArrayList<>();
        for (MiddlewareStack.Entry entry : stack(site).entries()) {
            try {
                all.add(entry.factory().apply(site));
            } catch (MiddlewareNotUsed e) {
                LOG.debug("Middleware {} is not used: {}", entry.type().getSimpleName(), e.getMessage());
            }
        }
        return all;
    }

    private static Middleware[] withHook(List<Middleware> all, String hook, Class<?>... types) {
        return all.stream()
                .filter(middleware -> overrides(middleware, hook, types))
                .toArray(Middleware[]::new);
    }

    private static boolean overrides(Middleware middleware, String hook, Class<?>... types) {
        try {
            return middleware.getClass().getMethod(hook, types).getDeclaringClass() != Middleware.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private Next converting(Next next) {
        return request -> {
            try {
                return next.handle(request);
            } catch (Exception e) {
                return errors.of(request, e);
            } catch (StackOverflowError | LinkageError | AssertionError e) {
                return errors.of(request, new IllegalStateException(e));
            }
        };
    }

    /** Answers a request. */
    Response handle(Request request) {
        try {
            return entry.handle(request);
        } catch (Exception e) {
            return errors.of(request, e);
        }
    }

    private Response dispatch(Request request) throws Exception {
        ResolverMatch match = request.urls().resolve(request.pathInfo());
        request.match(match);
        Response response = null;
        for (int i = 0; i < viewHooks.length && response == null; i++) {
            response = viewHooks[i].processView(request, match);
        }
        if (response == null) response = call(request, match);
        return response.isRendered() ? response : render(request, response);
    }

    private Response call(Request request, ResolverMatch match) throws Exception {
        try {
            return checked(match.route().invoke(request, match), match.handler());
        } catch (Exception e) {
            return recover(request, e);
        }
    }

    private Response render(Request request, Response lazy) throws Exception {
        Response response = lazy;
        for (Middleware middleware : templateHooks) {
            response = checked(middleware.processTemplateResponse(request, response), middleware);
        }
        try {
            return response.rendered();
        } catch (Exception e) {
            return recover(request, e);
        }
    }

    private Response recover(Request request, Exception exception) throws Exception {
        for (Middleware middleware : exceptionHooks) {
            Response response = middleware.processException(request, exception);
            if (response != null) return response;
        }
        throw exception;
    }

    @SuppressWarnings("ConstantValue") // code without null checks may return null all the same
    private static Response checked(@Nullable Response response, Object source) {
        if (response != null) return response;
        throw new IllegalStateException(source.getClass().getName().replaceAll("\\$\\$Lambda.*", "")
                + " didn't return a Response. It returned null instead.");
    }
}
