package quintet.conform.http;

import static quintet.conform.http.Lines.answer;
import static quintet.conform.http.Lines.failure;
import static quintet.conform.http.Lines.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.SuspiciousOperation;
import quintet.http.BadRequest;
import quintet.http.DisallowedHost;
import quintet.http.Headers;
import quintet.http.MalformedForm;
import quintet.http.MediaType;
import quintet.http.Request;
import quintet.http.UploadedFile;

/** Cases about what a request says. */
final class RequestCases {
    private static final List<String> TYPES =
            List.of("text/html", "application/json", "text/plain", "image/png", "application/xml");

    private final Sites sites;

    RequestCases(Sites sites) {
        this.sites = sites;
    }

    void addTo(Map<String, HttpKind.Case> cases) {
        cases.put("multipart", this::multipart);
        cases.put(
                "cookie_parse",
                line -> answer(
                        "cookies",
                        Environ.request(sites.plain(), Map.of("HTTP_COOKIE", latin(text(line, "header"))))
                                .cookies()));
        cases.put("get_host", this::host);
        cases.put("request_env", this::environment);
        cases.put("request_paths", this::paths);
        cases.put("build_absolute_uri", this::absolute);
        cases.put("request_headers", this::headers);
        cases.put("request_accepts", this::accepts);
        cases.put("get_preferred_type", this::preferred);
    }

    private Map<String, @Nullable Object> multipart(Map<String, @Nullable Object> line) throws IOException {
        Map<String, Object> environ = new LinkedHashMap<>();
        environ.put("REQUEST_METHOD", line.containsKey("method") ? text(line, "method") : "POST");
        environ.put("CONTENT_TYPE", text(line, "content_type"));
        byte[] body = Base64.getDecoder().decode(text(line, "body_b64"));
        environ.put("CONTENT_LENGTH", line.containsKey("content_length") ? text(line, "content_length") : body.length);
        Request request = Environ.request(sites.with(line.get("settings")), environ, body);
        try {
            List<Object> fields = new ArrayList<>();
            request.form().lists().forEach((name, values) -> fields.add(List.of(name, values)));
            List<Object> files = new ArrayList<>();
            for (var entry : request.files().lists().entrySet()) {
                List<Object> list = new ArrayList<>();
                for (UploadedFile file : entry.getValue()) list.add(describe(file));
                files.add(List.of(entry.getKey(), list));
            }
            return Lines.and(answer("fields", fields), "files", files);
        } catch (MalformedForm e) {
            return failure("MultiPartParserError", e.getMessage());
        } catch (BadRequest | SuspiciousOperation e) {
            return failure(e.getClass().getSimpleName(), e.getMessage());
        } finally {
            request.close();
        }
    }

    private static Map<String, @Nullable Object> describe(UploadedFile file) throws IOException {
        Map<String, @Nullable Object> map = answer("name", file.name());
        map.put("size", file.size());
        map.put("content_type", file.contentType());
        map.put("charset", file.charset());
        map.put("content_type_extra", bytes(file.contentTypeParams()));
        map.put("content_b64", Base64.getEncoder().encodeToString(file.read()));
        map.put("storage", file.isInMemory() ? "InMemoryUploadedFile" : "TemporaryUploadedFile");
        return map;
    }

    private static Map<String, @Nullable Object> bytes(Map<String, String> params) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        params.forEach((name, value) -> map.put(
                name,
                Map.of(
                        "$bytes",
                        Base64.getEncoder().encodeToString(value.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        return map;
    }

    private Map<String, @Nullable Object> host(Map<String, @Nullable Object> line) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("ALLOWED_HOSTS", Lines.list(line.get("allowed_hosts")));
        settings.put("DEBUG", Lines.flag(line, "debug"));
        Request request = Environ.request(sites.with(settings), Map.of("HTTP_HOST", text(line, "http_host")));
        try {
            return answer("result", request.host());
        } catch (DisallowedHost e) {
            return failure("DisallowedHost", e.getMessage());
        }
    }

    private Map<String, @Nullable Object> environment(Map<String, @Nullable Object> line) {
        Request request = Environ.request(sites.with(line.get("settings")), Lines.map(line.get("environ")));
        Map<String, @Nullable Object> answer = answer("host", request.host());
        answer.put("port", request.port());
        answer.put("scheme", request.scheme());
        answer.put("is_secure", request.isSecure());
        answer.put("uri", request.absoluteUri());
        return answer;
    }

    /** The bytes of a header as a server gives them: one character each. */
    private static String latin(String text) {
        return new String(ResponseCases.utf8(text), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private Request mounted(Map<String, @Nullable Object> environ) {
        Object script = environ.get("SCRIPT_NAME");
        String path = String.valueOf(environ.getOrDefault("PATH_INFO", "/"));
        if (environ.get("SCRIPT_URL") instanceof String url && url.endsWith(path)) {
            script = url.substring(0, url.length() - path.length());
        }
        return Environ.request(sites.with(script == null ? Map.of() : Map.of("FORCE_SCRIPT_NAME", script)), environ);
    }

    private Map<String, @Nullable Object> paths(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> environ = Lines.map(line.get("environ"));
        Request request = mounted(environ);
        Map<String, @Nullable Object> answer = answer("path", request.path());
        answer.put("path_info", request.pathInfo());
        answer.put("script_name", request.scriptName());
        answer.put("full_path", request.fullPath());
        answer.put("full_path_force_slash", request.fullPathWithSlash());
        answer.put("full_path_info", request.fullPathInfo());
        answer.put("uri", request.absoluteUri());
        return answer;
    }

    private Map<String, @Nullable Object> absolute(Map<String, @Nullable Object> line) {
        Request request = mounted(Lines.map(line.get("environ")));
        Object location = line.get("location");
        return answer("result", location == null ? request.absoluteUri() : request.absoluteUri(location.toString()));
    }

    private Map<String, @Nullable Object> headers(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        Request request = Environ.request(sites.plain(), Lines.map(line.get("environ")));
        for (Headers.Field field : request.headers()) map.put(field.name(), field.value());
        return answer("headers", map);
    }

    private Request accepting(Map<String, @Nullable Object> line) {
        Object accept = line.get("accept");
        return Environ.request(sites.plain(), accept == null ? Map.of() : Map.of("HTTP_ACCEPT", accept));
    }

    private static List<String> accepted(Request request) {
        return request.acceptedTypes().stream().map(MediaType::toString).toList();
    }

    private Map<String, @Nullable Object> accepts(Map<String, @Nullable Object> line) {
        Request request = accepting(line);
        Map<String, @Nullable Object> each = new LinkedHashMap<>();
        for (String type : TYPES) each.put(type, request.accepts(type));
        return Lines.and(answer("accepted_types", accepted(request)), "accepts", each);
    }

    private Map<String, @Nullable Object> preferred(Map<String, @Nullable Object> line) {
        Request request = accepting(line);
        String[] types = Lines.texts(line.get("media_types")).toArray(String[]::new);
        Map<String, @Nullable Object> answer = answer("accepted_types", accepted(request));
        answer.put(
                "accepted_types_by_precedence",
                request.acceptedTypesByPrecedence().stream()
                        .map(MediaType::toString)
                        .toList());
        answer.put("result", request.preferredType(types).orElse(null));
        return answer;
    }
}
