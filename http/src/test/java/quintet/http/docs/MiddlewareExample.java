package quintet.http.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static quintet.http.CacheDecorators.cacheControl;
import static quintet.http.CacheDecorators.etag;
import static quintet.http.CacheDecorators.neverCache;
import static quintet.http.MethodDecorators.requirePost;
import static quintet.http.Routes.path;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quintet.core.Site;
import quintet.http.CacheControl;
import quintet.http.GZipMiddleware;
import quintet.http.Key;
import quintet.http.Middleware;
import quintet.http.MiddlewareStack;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.SecurityMiddleware;
import quintet.http.TestExchange;
import quintet.http.TestSites;

class MiddlewareExample {
    // region: tenant
    record Tenant(String name) {
        static final Key<Tenant> KEY = Key.of("tenant");
    }

    static final class TenantMiddleware implements Middleware {
        TenantMiddleware(Site site) {}

        @Override
        public Response handle(Request request, Next next) throws Exception {
            request.set(Tenant.KEY, new Tenant(request.host().split("\\.", -1)[0]));
            return next.handle(request).header("X-Served-For", "tenant");
        }

        @Override
        public @Nullable Response processException(Request request, Exception exception) {
            return exception instanceof ArithmeticException
                    ? Response.text("Ask again later.").status(503)
                    : null;
        }
    }
    // endregion

    // region: stack
    public void middleware(MiddlewareStack stack) {
        stack.addAfter(SecurityMiddleware.class, GZipMiddleware.class, GZipMiddleware::new)
                .add(TenantMiddleware.class, TenantMiddleware::new);
    }
    // endregion

    static Response home(Request request) {
        Tenant tenant = request.get(Tenant.KEY);
        return Response.text(tenant == null ? "" : tenant.name());
    }

    static Response broken(Request request) {
        throw new ArithmeticException("by zero");
    }

    static List<Route> routes() {
        return List.of(
                path("", MiddlewareExample::home),
                path("broken/", MiddlewareExample::broken),
                // region: decorators
                path("vote/", requirePost(neverCache(MiddlewareExample::home))),
                path(
                        "logo/",
                        cacheControl(CacheControl.none().isPublic().maxAge(Duration.ofDays(1)))
                                .on(MiddlewareExample::home)),
                path("page/", etag(request -> "version-7").on(MiddlewareExample::home))
                // endregion
                );
    }

    @Test
    void middlewareStandsAroundHandlers() {
        try (Site site = TestSites.open(settings -> settings, routes(), this::middleware)) {
            TestExchange home = TestSites.send(site, TestExchange.get("/"));
            assertThat(home.text()).isEqualTo("testserver");
            assertThat(home.answered().get("X-Served-For")).isEqualTo("tenant");
            assertThat(TestSites.send(site, TestExchange.get("/broken/")).status())
                    .isEqualTo(503);
            assertThat(TestSites.send(site, TestExchange.get("/vote/"))
                            .answered()
                            .get("Allow"))
                    .isEqualTo("POST");
            assertThat(TestSites.send(site, TestExchange.get("/logo/"))
                            .answered()
                            .get("Cache-Control"))
                    .isEqualTo("public, max-age=86400");
            TestExchange again = TestExchange.get("/page/").header("If-None-Match", "\"version-7\"");
            assertThat(TestSites.send(site, again).status()).isEqualTo(304);
        }
    }
}
