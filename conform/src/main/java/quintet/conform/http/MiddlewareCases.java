package quintet.conform.http;

import static quintet.conform.http.Lines.answer;
import static quintet.conform.http.Lines.failure;
import static quintet.conform.http.Lines.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.core.PermissionDenied;
import quintet.core.Site;
import quintet.http.CommonMiddleware;
import quintet.http.ConditionalGetMiddleware;
import quintet.http.ContentSecurityPolicyMiddleware;
import quintet.http.Csrf;
import quintet.http.CsrfMiddleware;
import quintet.http.DisallowedHost;
import quintet.http.GZipMiddleware;
import quintet.http.Handler;
import quintet.http.Identity;
import quintet.http.LoginRequiredMiddleware;
import quintet.http.Logins;
import quintet.http.Middleware;
import quintet.http.Request;
import quintet.http.ResolverMatch;
import quintet.http.Response;
import quintet.http.ResponseBody;
import quintet.http.Routes;
import quintet.http.SecurityDecorators;
import quintet.http.SecurityMiddleware;
import quintet.http.Uris;
import quintet.http.UrlConf;
import quintet.http.XFrameOptionsMiddleware;

/** Cases about the members of the middleware chain, each on its own. */
final class MiddlewareCases {
    private static final Pattern SPECIAL =
            Pattern.compile("login_required\\(login_url=(.*), redirect_field_name=(.*)\\)");

    private final Sites sites;

    MiddlewareCases(Sites sites) {
        this.sites = sites;
    }

    void addTo(Map<String, HttpKind.Case> cases) {
        cases.put("common_middleware", this::common);
        cases.put("common_middleware_ua", this::userAgent);
        cases.put("security_middleware", this::security);
        cases.put("xframe_middleware", this::frames);
        cases.put("gzip_middleware", this::gzip);
        cases.put("conditional_middleware", this::conditional);
        cases.put("csp_middleware", this::csp);
        cases.put("login_required_middleware", this::loginRequired);
        cases.put("csrf_check", this::csrf);
        cases.put("csrf_origin_check", this::csrf);
    }

    private static Map<String, Object> environ(Map<String, @Nullable Object> line) {
        Map<String, Object> environ = new LinkedHashMap<>();
        String path = line.containsKey("path") ? text(line, "path") : "/";
        int mark = path.indexOf('?');
        String bare = mark < 0 ? path : path.substring(0, mark);
        environ.put("PATH_INFO", new String(bare.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        environ.put("QUERY_STRING", mark < 0 ? text(line, "query") : path.substring(mark + 1));
        environ.put("REQUEST_METHOD", line.containsKey("method") ? text(line, "method") : "GET");
        environ.put("HTTP_HOST", line.containsKey("host") ? text(line, "host") : "ex.com");
        String scheme = line.containsKey("scheme") ? text(line, "scheme") : "http";
        environ.put("wsgi.url_scheme", scheme);
        environ.put("SERVER_PORT", scheme.equals("https") ? "443" : "80");
        return environ;
    }

    private static @Nullable Object number(@Nullable String text) {
        return text;
    }

    private Map<String, @Nullable Object> common(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"), Lines.list(line.get("urlconf")));
        Request request = Environ.request(site, environ(line));
        try {
            Response response = new CommonMiddleware(site).handle(request, r -> {
                boolean found = r.urls().find(r.pathInfo()).isPresent();
                return Response.ok(found ? "ok" : "no").status(found ? 200 : 404);
            });
            Map<String, @Nullable Object> result = answer("status", response.status());
            result.put("location", response.header("Location"));
            result.put("content_length", number(response.header("Content-Length")));
            return answer("result", result);
        } catch (DisallowedHost e) {
            return failure("DisallowedHost", e.getMessage());
        } catch (IllegalStateException e) {
            return failure("RuntimeError", e.getMessage());
        }
    }

    private Map<String, @Nullable Object> userAgent(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(Map.of("DISALLOWED_USER_AGENTS", Lines.list(line.get("disallowed"))), List.of(""));
        Map<String, Object> environ = environ(line);
        if (line.get("user_agent") != null) environ.put("HTTP_USER_AGENT", text(line, "user_agent"));
        try {
            Request request = Environ.request(site, environ);
            return answer(
                    "result",
                    new CommonMiddleware(site)
                            .handle(request, r -> Response.ok("ok"))
                            .status());
        } catch (PermissionDenied e) {
            return failure("PermissionDenied", e.getMessage());
        }
    }

    private Map<String, @Nullable Object> security(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"));
        Response response = run(new SecurityMiddleware(site), site, line);
        return Lines.and(answer("status", response.status()), "headers", Lines.headers(response));
    }

    private static Response run(Middleware middleware, Site site, Map<String, @Nullable Object> line) throws Exception {
        Request request = Environ.request(site, environ(line));
        return middleware.handle(request, r -> Lines.withHeaders(Response.ok(""), line.get("view_headers")));
    }

    private Map<String, @Nullable Object> frames(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"));
        Handler view = request -> Lines.withHeaders(Response.ok(""), line.get("view_headers"));
        Handler handler = Lines.flag(line, "exempt") ? SecurityDecorators.xframeOptionsExempt(view) : view;
        Response response =
                new XFrameOptionsMiddleware(site).handle(Environ.request(site, environ(line)), handler::handle);
        return answer("headers", Lines.headers(response));
    }

    private Map<String, @Nullable Object> gzip(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.plain();
        Map<String, Object> environ = environ(line);
        if (line.get("accept_encoding") != null) environ.put("HTTP_ACCEPT_ENCODING", text(line, "accept_encoding"));
        String spec = text(line, "body");
        String body = spec.startsWith("a*") ? "a".repeat(Integer.parseInt(spec.substring(2))) : spec;
        Response response = new GZipMiddleware(site)
                .handle(
                        Environ.request(site, environ),
                        r -> Lines.withHeaders(Response.ok(body), line.get("view_headers")));
        boolean compressed = !java.util.Arrays.equals(content(response), body.getBytes(StandardCharsets.UTF_8));
        Map<String, @Nullable Object> headers = Lines.headers(response);
        if (compressed && headers.containsKey("Content-Length")) headers.put("Content-Length", "<len>");
        return Lines.and(answer("compressed", compressed), "headers", headers);
    }

    private static byte[] content(Response response) throws Exception {
        if (response.body() instanceof ResponseBody.Stream stream) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            stream.writer().writeTo(out);
            return out.toByteArray();
        }
        return response.bytes();
    }

    private Map<String, @Nullable Object> conditional(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.plain();
        Map<String, @Nullable Object> environ = Lines.map(line.get("environ"));
        environ.put("REQUEST_METHOD", text(line, "method"));
        Map<String, @Nullable Object> spec = Lines.map(line.get("response"));
        Response given =
                Response.ok("hello").status(spec.get("status") instanceof Number status ? status.intValue() : 200);
        if (Lines.flag(spec, "streaming")) {
            given = given.body(new ResponseBody.Stream(out -> out.write("hello".getBytes(StandardCharsets.UTF_8))));
        }
        Response ready = Lines.withHeaders(given, spec.get("hdr"));
        Response response = new ConditionalGetMiddleware(site).handle(Environ.request(site, environ), r -> ready);
        Map<String, @Nullable Object> answer = answer("status", response.status());
        answer.put("headers", Lines.headers(response));
        answer.put("content", new String(content(response), StandardCharsets.UTF_8));
        return answer;
    }

    private Map<String, @Nullable Object> csp(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"));
        Request request = Environ.request(site, environ(line));
        Response response = new ContentSecurityPolicyMiddleware(site).handle(request, r -> {
            if (Lines.flag(line, "nonce_used_by_view"))
                Objects.requireNonNull(ContentSecurityPolicyMiddleware.nonce(r));
            return Lines.withHeaders(Response.ok(""), line.get("view_headers"));
        });
        Map<String, @Nullable Object> headers = Lines.headers(response);
        String nonce = "'nonce-" + ContentSecurityPolicyMiddleware.nonce(request) + "'";
        headers.replaceAll(
                (name, value) -> String.valueOf(value).replace(nonce, "'nonce-" + text(line, "nonce") + "'"));
        return answer("headers", headers);
    }

    private Map<String, @Nullable Object> loginRequired(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"));
        Request request = Environ.request(site, environ(line));
        if (Lines.flag(line, "authenticated")) request.set(Identity.KEY, new SomeUser());
        try {
            Response response = new LoginRequiredMiddleware(site).processView(request, match(view(text(line, "view"))));
            if (response == null) return answer("result", Map.of("passed_to_view", true));
            return answer(
                    "result",
                    Map.of(
                            "status",
                            response.status(),
                            "location",
                            response.headers().get("Location", "")));
        } catch (ImproperlyConfigured e) {
            return failure("ImproperlyConfigured", e.getMessage());
        }
    }

    private record SomeUser() implements Identity {
        @Override
        public boolean isAuthenticated() {
            return true;
        }

        @Override
        public boolean hasPermission(String permission) {
            return true;
        }
    }

    private static Handler view(String name) {
        Handler plain = request -> Response.ok("");
        if (name.equals("login_not_required")) return SecurityDecorators.loginNotRequired(plain);
        var special = SPECIAL.matcher(name);
        if (!special.matches()) return plain;
        Logins.Page page = new Logins.Page(special.group(1), special.group(2));
        return quintet.http.Decorator.marking(Logins.PAGE, page).on(plain);
    }

    private static ResolverMatch match(Handler handler) {
        return UrlConf.of(List.of(Routes.path("", handler))).resolve("/");
    }

    private Map<String, @Nullable Object> csrf(Map<String, @Nullable Object> line) throws Exception {
        Site site = sites.with(line.get("settings"));
        Map<String, Object> environ = environ(line);
        if (line.get("server_port") != null) environ.put("SERVER_PORT", text(line, "server_port"));
        put(environ, "HTTP_COOKIE", line.get("cookie") == null ? null : "csrftoken=" + line.get("cookie"));
        put(environ, "HTTP_X_CSRFTOKEN", line.get("header_token"));
        put(environ, "HTTP_REFERER", line.get("referer"));
        put(environ, "HTTP_ORIGIN", line.get("origin"));
        byte[] body = new byte[0];
        if (line.get("form_token") != null) {
            body = ResponseCases.utf8(Uris.urlencode(Map.of(Csrf.FIELD, text(line, "form_token"))));
        }
        environ.put("CONTENT_TYPE", "application/x-www-form-urlencoded");
        environ.put("CONTENT_LENGTH", body.length);
        Request request = Environ.request(site, environ, body);
        CsrfMiddleware middleware = new CsrfMiddleware(site);
        ResolverMatch match = match(r -> Response.ok(""));
        Response response = middleware.handle(
                request, r -> Objects.requireNonNullElse(middleware.processView(r, match), Response.ok("")));
        boolean accepted = response.status() == 200;
        return Lines.and(answer("accepted", accepted), "reason", accepted ? null : response.text());
    }

    private static void put(Map<String, Object> environ, String name, @Nullable Object value) {
        if (value != null) environ.put(name, value);
    }
}
