package quintet.views.internal.adapt;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.http.Request;
import quintet.templates.ValueAdapter;
import quintet.views.Identity;

/** {@code request.GET}, {@code request.user}, {@code request.META} and so on; the rest are its accessors. */
final class RequestAdapter implements ValueAdapter<Request> {
    @Override
    public @Nullable Object attribute(Request request, String name) {
        return switch (name) {
            case "GET" -> request.query();
            case "POST" -> request.form();
            case "FILES" -> request.files();
            case "COOKIES" -> request.cookies();
            case "META" -> meta(request);
            case "user" -> Identity.of(request);
            case "encoding" -> request.charset().name().toLowerCase(Locale.ROOT);
            case "resolver_match" -> request.matchOrNull();
            case "build_absolute_uri" -> request.absoluteUri();
            case "get_port" -> request.port();
            case "close", "stream", "body" -> MISSING;
            default -> attached(request, name);
        };
    }

    private static Object attached(Request request, String name) {
        Object value = request.attributes().named(name);
        return value == null ? DEFAULT : value;
    }

    @Override
    public String text(Request request) {
        return "<WSGIRequest: " + request.method() + " '" + request.fullPath() + "'>";
    }

    private static Map<String, String> meta(Request request) {
        Map<String, String> meta = new LinkedHashMap<>();
        meta.put("REQUEST_METHOD", request.method());
        meta.put("PATH_INFO", request.pathInfo());
        meta.put("SCRIPT_NAME", request.scriptName());
        meta.put("QUERY_STRING", request.rawQuery());
        meta.put("REMOTE_ADDR", request.remoteAddress());
        meta.put("SERVER_PORT", request.port());
        meta.put("SERVER_PROTOCOL", request.protocol());
        for (Headers.Field field : request.headers()) {
            String name = field.name().toUpperCase(Locale.ROOT).replace('-', '_');
            boolean plain = name.equals("CONTENT_TYPE") || name.equals("CONTENT_LENGTH");
            meta.put(plain ? name : "HTTP_" + name, field.value());
        }
        return meta;
    }
}
