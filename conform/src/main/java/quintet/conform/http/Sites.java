package quintet.conform.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Env;
import quintet.core.Json;
import quintet.core.Settings;
import quintet.core.Site;
import quintet.http.Csp;
import quintet.http.CsrfSettings;
import quintet.http.ErrorViews;
import quintet.http.HttpSettings;
import quintet.http.Project;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Routes;
import quintet.http.SecuritySettings;
import quintet.http.UploadSettings;

/** Sites with Django's settings by their names; each is opened once. */
final class Sites {
    private final Map<String, Site> open = new HashMap<>();

    /** A site with these settings and, as paths or regular expressions, these URLs. */
    Site with(@Nullable Object settings, List<?> urls) {
        Map<String, @Nullable Object> map = Lines.map(settings);
        return open.computeIfAbsent(
                Json.write(List.of(map, urls), Json.Style.COMPACT),
                key -> Site.open(new Vectors(map, urls), Env.of(Map.of())));
    }

    Site with(@Nullable Object settings) {
        return with(settings, List.of());
    }

    Site plain() {
        return with(null);
    }

    /** A project made of settings by name. */
    private static final class Vectors extends Project {
        private final Map<String, @Nullable Object> values;
        private final List<?> urls;

        private Vectors(Map<String, @Nullable Object> values, List<?> urls) {
            this.values = values;
            this.urls = urls;
        }

        @Override
        public Settings settings(Env env) {
            return Settings.of(env)
                    .secretKey("vectors-secret-key-0123456789-abcdefghijklmnopqrstuvwxyz")
                    .debug(flag("DEBUG", false))
                    .allowedHosts(values.containsKey("ALLOWED_HOSTS") ? texts("ALLOWED_HOSTS") : List.of("*"))
                    .with(http())
                    .with(security())
                    .with(csrf())
                    .with(uploads());
        }

        @Override
        public List<Route> routes() {
            List<Route> routes = new ArrayList<>();
            for (Object url : urls) {
                String pattern = url.toString();
                routes.add(
                        pattern.startsWith("^")
                                ? Routes.rePath(pattern, request -> Response.ok("ok"))
                                : Routes.path(pattern, request -> Response.ok("ok")));
            }
            return routes;
        }

        @Override
        public ErrorViews errorViews() {
            return new Reasons();
        }

        private HttpSettings http() {
            return HttpSettings.defaults()
                    .appendSlash(flag("APPEND_SLASH", true))
                    .prependWww(flag("PREPEND_WWW", false))
                    .disallowedUserAgents(patterns("DISALLOWED_USER_AGENTS"))
                    .useXForwardedHost(flag("USE_X_FORWARDED_HOST", false))
                    .useXForwardedPort(flag("USE_X_FORWARDED_PORT", false))
                    .scriptName(text("FORCE_SCRIPT_NAME", ""))
                    .loginUrl(text("LOGIN_URL", "/accounts/login/"));
        }

        private SecuritySettings security() {
            SecuritySettings settings = SecuritySettings.defaults()
                    .contentTypeNosniff(flag("SECURE_CONTENT_TYPE_NOSNIFF", true))
                    .hsts(Duration.ofSeconds(Long.parseLong(text("SECURE_HSTS_SECONDS", "0"))))
                    .hstsIncludeSubdomains(flag("SECURE_HSTS_INCLUDE_SUBDOMAINS", false))
                    .hstsPreload(flag("SECURE_HSTS_PRELOAD", false))
                    .redirectExempt(patterns("SECURE_REDIRECT_EXEMPT"))
                    .sslRedirect(flag("SECURE_SSL_REDIRECT", false))
                    .sslHost((String) values.get("SECURE_SSL_HOST"))
                    .frameOptions(text("X_FRAME_OPTIONS", "DENY"))
                    .csp(csp(values.get("SECURE_CSP")))
                    .cspReportOnly(csp(values.get("SECURE_CSP_REPORT_ONLY")));
            if (values.containsKey("SECURE_CROSS_ORIGIN_OPENER_POLICY")) {
                settings = settings.crossOriginOpenerPolicy((String) values.get("SECURE_CROSS_ORIGIN_OPENER_POLICY"));
            }
            if (values.containsKey("SECURE_REFERRER_POLICY")) {
                settings = settings.referrerPolicy(texts("SECURE_REFERRER_POLICY").stream()
                        .flatMap(text -> java.util.Arrays.stream(text.split(",", -1)))
                        .map(String::strip)
                        .toArray(String[]::new));
            }
            List<String> proxy = texts("SECURE_PROXY_SSL_HEADER");
            if (proxy.size() < 2) return settings;
            return settings.proxyHeader(proxy.get(0).substring(5).replace('_', '-'), proxy.get(1));
        }

        private static Csp csp(@Nullable Object directives) {
            Csp csp = Csp.none();
            for (Map.Entry<String, @Nullable Object> directive :
                    Lines.map(directives).entrySet()) {
                csp = switch (quintet.conform.Tagged.decode(directive.getValue())) {
                    case null -> csp.with(directive.getKey(), List.of());
                    case Boolean on -> on ? csp.with(directive.getKey()) : csp.with(directive.getKey(), List.of());
                    case java.util.Set<?> set -> csp.with(directive.getKey(), new java.util.HashSet<>(strings(set)));
                    case List<?> list -> csp.with(directive.getKey(), strings(list));
                    case Object one -> csp.with(directive.getKey(), one.toString());
                };
            }
            return csp;
        }

        private static List<String> strings(java.util.Collection<?> values) {
            return values.stream().map(Object::toString).toList();
        }

        private CsrfSettings csrf() {
            return CsrfSettings.defaults()
                    .trustedOrigins(texts("CSRF_TRUSTED_ORIGINS").toArray(String[]::new))
                    .cookieDomain((String) values.get("CSRF_COOKIE_DOMAIN"));
        }

        private UploadSettings uploads() {
            UploadSettings settings = UploadSettings.defaults();
            if (values.containsKey("DATA_UPLOAD_MAX_MEMORY_SIZE"))
                settings = settings.maxMemory(number("DATA_UPLOAD_MAX_MEMORY_SIZE"));
            if (values.containsKey("DATA_UPLOAD_MAX_NUMBER_FIELDS"))
                settings = settings.maxFields(number("DATA_UPLOAD_MAX_NUMBER_FIELDS"));
            if (values.containsKey("DATA_UPLOAD_MAX_NUMBER_FILES"))
                settings = settings.maxFiles(number("DATA_UPLOAD_MAX_NUMBER_FILES"));
            Integer fileMemory = number("FILE_UPLOAD_MAX_MEMORY_SIZE");
            return fileMemory == null ? settings : settings.fileMemory(fileMemory);
        }

        private @Nullable Integer number(String name) {
            return values.get(name) instanceof Number number ? number.intValue() : null;
        }

        private boolean flag(String name, boolean otherwise) {
            return values.get(name) instanceof Boolean flag ? flag : otherwise;
        }

        private String text(String name, String otherwise) {
            Object value = values.get(name);
            return value == null ? otherwise : value.toString();
        }

        private List<String> texts(String name) {
            Object value = quintet.conform.Tagged.decode(values.get(name));
            if (value instanceof String text) return List.of(text);
            return value instanceof java.util.Collection<?> list ? strings(list) : List.of();
        }

        private Pattern[] patterns(String name) {
            return texts(name).stream().map(Pattern::compile).toArray(Pattern[]::new);
        }
    }

    /** Error views that show the reason. */
    private static final class Reasons implements ErrorViews {
        @Override
        public Response badRequest(Request request, Exception exception) {
            return Response.badRequest(String.valueOf(exception.getMessage()));
        }

        @Override
        public Response permissionDenied(Request request, Exception exception) {
            return Response.forbidden(String.valueOf(exception.getMessage()));
        }

        @Override
        public Response notFound(Request request, Exception exception) {
            return Response.notFound("no");
        }

        @Override
        public Response serverError(Request request, Exception exception) {
            return Response.serverError(String.valueOf(exception.getMessage()));
        }

        @Override
        public Response csrfFailure(Request request, String reason) {
            return Response.forbidden(reason);
        }
    }
}
