package quintet.http;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;

/** Sites of tests. */
public final class TestSites {
    private TestSites() {}

    public static Site open(Route... routes) {
        return open(settings -> settings, List.of(routes));
    }

    public static Site open(UnaryOperator<Settings> change, List<Route> routes) {
        return open(change, routes, stack -> {});
    }

    public static Site open(
            UnaryOperator<Settings> change,
            List<Route> routes,
            java.util.function.Consumer<MiddlewareStack> middleware) {
        return Site.open(
                new Project() {
                    @Override
                    public Settings settings(Env env) {
                        return change.apply(Settings.of(env)
                                .secretKey("a-secret-key-of-tests-that-is-long-enough-0123456789")
                                .allowedHosts("testserver"));
                    }

                    @Override
                    public List<Route> routes() {
                        return routes;
                    }

                    @Override
                    public void middleware(MiddlewareStack stack) {
                        middleware.accept(stack);
                    }
                },
                Env.of(Map.of()));
    }

    public static TestExchange send(Site site, TestExchange exchange) {
        try {
            site.service(SiteHandler.class).handle(exchange);
            return exchange;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
