package quintet.views;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import quintet.core.Env;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.CsrfMiddleware;
import quintet.http.Headers;
import quintet.http.Middleware;
import quintet.http.MiddlewareStack;
import quintet.http.Project;
import quintet.http.QueryDict;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.SiteHandler;

/** A site for tests: asked without a socket, with the cookies of a browser. */
public final class TestSite implements AutoCloseable {
    private final Site site;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Consumer<Request> prepare = request -> {};

    private TestSite(Site site) {
        this.site = site;
    }

    /** A site of these routes. */
    public static TestSite of(Route... routes) {
        return of(settings -> settings, routes);
    }

    /** A site of these settings and routes. */
    public static TestSite of(UnaryOperator<Settings> change, Route... routes) {
        return withMiddleware(change, (request, next) -> next.handle(request), routes);
    }

    /** A site with one more middleware. */
    public static TestSite withMiddleware(UnaryOperator<Settings> change, Middleware inner, Route... routes) {
        return new TestSite(Site.open(
                new Project() {
                    @Override
                    public Settings settings(Env env) {
                        return change.apply(
                                Settings.of(env).secretKey("test-key").allowedHosts("testserver"));
                    }

                    @Override
                    public List<Route> routes() {
                        return Arrays.asList(routes);
                    }

                    @Override
                    public void middleware(MiddlewareStack stack) {
                        stack.remove(CsrfMiddleware.class);
                        stack.add(Middleware.class, site -> inner);
                    }
                },
                Env.of(Map.of())));
    }

    /** The site. */
    public Site site() {
        return site;
    }

    /** Does this to each request before it is answered, such as logging in a user. */
    public TestSite before(Consumer<Request> step) {
        prepare = step;
        return this;
    }

    /** Asks for a page. */
    public Response get(String target) {
        return send("GET", target, "");
    }

    /** Sends a form: names and values in turn. */
    public Response post(String target, String... fields) {
        QueryDict form = QueryDict.empty();
        for (int i = 0; i < fields.length; i += 2) {
            form = form.and(fields[i], fields[i + 1]);
        }
        return send("POST", target, form.urlencode());
    }

    /** Sends a request with this method. */
    public Response send(String method, String target, String body) {
        Headers.Builder headers = Headers.builder().add("Host", "testserver");
        if (!body.isEmpty()) {
            headers.add("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!cookies.isEmpty()) {
            headers.add(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        Request request = Request.of(
                site, new FakeExchange(method, target, headers.build(), body.getBytes(StandardCharsets.UTF_8)));
        prepare.accept(request);
        Response response = site.service(SiteHandler.class).respond(request);
        response.cookies().forEach(cookie -> {
            if (cookie.value().isEmpty()) {
                cookies.remove(cookie.name());
            } else {
                cookies.put(cookie.name(), cookie.value());
            }
        });
        return response;
    }

    @Override
    public void close() {
        site.close();
    }
}
