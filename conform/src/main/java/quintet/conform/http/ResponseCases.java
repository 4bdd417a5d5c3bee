package quintet.conform.http;

import static quintet.conform.http.Lines.answer;
import static quintet.conform.http.Lines.failure;
import static quintet.conform.http.Lines.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.core.Json;
import quintet.http.BadHeader;
import quintet.http.CacheControl;
import quintet.http.Cookie;
import quintet.http.CookieException;
import quintet.http.DisallowedRedirect;
import quintet.http.ETags;
import quintet.http.Logins;
import quintet.http.Request;
import quintet.http.Response;

/** Cases about responses and their headers. */
final class ResponseCases {
    private final Sites sites;

    ResponseCases(Sites sites) {
        this.sites = sites;
    }

    void addTo(Map<String, HttpKind.Case> cases) {
        cases.put("set_cookie", ResponseCases::setCookie);
        cases.put("delete_cookie", ResponseCases::deleteCookie);
        cases.put("conditional", this::conditional);
        cases.put("json_response", ResponseCases::json);
        cases.put(
                "json_encoder",
                line -> answer("body", Response.json(value(line)).text()));
        cases.put("redirect", ResponseCases::redirect);
        cases.put(
                "redirect_to_login",
                line -> answer(
                        "result",
                        Logins.redirect(text(line, "next"), text(line, "login_url"), text(line, "redirect_field_name"))
                                .header("Location")));
        cases.put("response", ResponseCases::response);
        cases.put("file_response", ResponseCases::file);
        cases.put("patch_vary_headers", ResponseCases::vary);
        cases.put("patch_cache_control", ResponseCases::cacheControl);
        cases.put("get_max_age", ResponseCases::maxAge);
        cases.put(
                "patch_response_headers",
                line -> answer(
                        "headers",
                        Lines.headers(CacheControl.expiring(
                                Response.ok(""),
                                Duration.ofSeconds(Long.parseLong(text(line, "timeout"))),
                                clock(line)))));
        cases.put(
                "add_never_cache_headers",
                line -> answer("headers", Lines.headers(CacheControl.never(Response.ok(""), clock(line)))));
    }

    private static Clock clock(Map<String, @Nullable Object> line) {
        return Clock.fixed(TextCases.instant(line.get("now")), ZoneOffset.UTC);
    }

    private static Map<String, @Nullable Object> value(Map<String, @Nullable Object> line) {
        return answer("v", Tagged.decode(line.get("value")));
    }

    private static Map<String, @Nullable Object> setCookie(Map<String, @Nullable Object> line) {
        try {
            Cookie cookie = Cookie.of(text(line, "name"), text(line, "value"));
            for (Map.Entry<String, @Nullable Object> option :
                    Lines.map(line.get("kwargs")).entrySet()) {
                cookie = with(cookie, option.getKey(), Tagged.decode(option.getValue()));
            }
            return answer("result", cookie.toHeader(clock(line)));
        } catch (CookieException e) {
            return failure("CookieError", e.getMessage());
        } catch (IllegalArgumentException e) {
            return failure("ValueError", e.getMessage());
        }
    }

    private static Cookie with(Cookie cookie, String option, @Nullable Object value) {
        return switch (option) {
            case "max_age" -> cookie.maxAge(age(value));
            case "expires" ->
                switch (value) {
                    case OffsetDateTime moment -> cookie.expires(moment.toInstant());
                    case LocalDateTime moment -> cookie.expires(moment.toInstant(ZoneOffset.UTC));
                    case null -> cookie;
                    default -> cookie.expires(value.toString());
                };
            case "path" -> cookie.path((String) value);
            case "domain" -> cookie.domain((String) value);
            case "secure" -> cookie.secure(Boolean.TRUE.equals(value));
            case "httponly" -> cookie.httpOnly(Boolean.TRUE.equals(value));
            default -> cookie.sameSite((String) value);
        };
    }

    private static @Nullable Duration age(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Duration duration -> duration;
            case Number number -> Duration.ofMillis(Math.round(number.doubleValue() * 1000));
            default -> throw new IllegalStateException("An age is a Duration, not " + value);
        };
    }

    private static Map<String, @Nullable Object> deleteCookie(Map<String, @Nullable Object> line) {
        Cookie cookie = Cookie.delete(text(line, "name"));
        for (Map.Entry<String, @Nullable Object> option :
                Lines.map(line.get("kwargs")).entrySet()) {
            cookie = with(cookie, option.getKey(), option.getValue());
        }
        return answer("result", cookie.toHeader());
    }

    private Map<String, @Nullable Object> conditional(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> environ = Lines.map(line.get("environ"));
        environ.put("REQUEST_METHOD", text(line, "method"));
        Request request = Environ.request(sites.plain(), environ);
        Instant changed =
                line.get("last_modified") instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : null;
        Response response = ETags.conditional(request, (String) line.get("etag"), changed, Response.ok(""));
        return Lines.and(answer("status", response.status()), "headers", Lines.headers(response));
    }

    private static Map<String, @Nullable Object> json(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> params =
                Lines.map(Lines.map(line.get("kwargs")).get("json_dumps_params"));
        Object data = Tagged.decode(line.get("data"));
        Response response = Response.json(data);
        if (Boolean.FALSE.equals(params.get("ensure_ascii"))) response = Response.json(data, Json.Style.SPACED);
        if (params.get("indent") instanceof Number indent) {
            response = response.body(Json.writeIndented(data, Json.Style.SPACED_ASCII, indent.intValue()));
        }
        return answer(
                "result",
                Map.of(
                        "status",
                        response.status(),
                        "content_type",
                        response.headers().get("Content-Type", ""),
                        "body",
                        response.text()));
    }

    private static Map<String, @Nullable Object> redirect(Map<String, @Nullable Object> line) {
        try {
            boolean permanent = text(line, "cls").contains("Permanent");
            String to = text(line, "to");
            Response response = permanent ? Response.redirectPermanently(to) : Response.redirect(to);
            if (Lines.flag(line, "preserve_request")) response = response.preserveRequest();
            return answer(
                    "result",
                    Map.of(
                            "status",
                            response.status(),
                            "location",
                            response.headers().get("Location", ""),
                            "content_type",
                            response.headers().get("Content-Type", "")));
        } catch (DisallowedRedirect e) {
            return failure("DisallowedRedirect", e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> response(Map<String, @Nullable Object> line) {
        try {
            Response response = switch (text(line, "case")) {
                case "default" -> Response.of(200);
                case "str" -> Response.ok("é");
                case "bytes" -> Response.ok(new byte[] {(byte) 0xff});
                case "ct" ->
                    Response.of(200).contentType("text/plain; charset=latin-1").body("é");
                case "hdr" -> Response.of(200).header("X-A", "1");
                case "newline" -> Response.of(200).header("X-A", "a\nb");
                case "reason" -> Response.of(299);
                case "404" -> Response.notFound("nf");
                case "410" -> Response.gone();
                default -> throw new IllegalArgumentException("No such response: " + line.get("case"));
            };
            Map<String, @Nullable Object> result = answer("status", response.status());
            result.put("reason", response.reason());
            result.put("headers", Lines.headers(response));
            result.put("content", Map.of("$bytes", Base64.getEncoder().encodeToString(response.bytes())));
            return answer("result", result);
        } catch (BadHeader e) {
            return failure("BadHeaderError", e.getMessage());
        }
    }

    private static Map<String, @Nullable Object> file(Map<String, @Nullable Object> line) throws IOException {
        Path folder = Files.createTempDirectory("conform");
        Path file = folder.resolve(text(line, "file_name"));
        try {
            Files.write(file, new byte[Integer.parseInt(text(line, "file_size"))]);
            Response response = Lines.flag(line, "as_attachment")
                    ? Response.download(file, text(line, "file_name"))
                    : Response.file(file);
            return answer("headers", Lines.headers(response));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Response initial(Map<String, @Nullable Object> line, String header) {
        Object value = line.containsKey("initial") ? line.get("initial") : line.get("cache_control");
        return value == null ? Response.ok("") : Response.ok("").header(header, value.toString());
    }

    private static Map<String, @Nullable Object> vary(Map<String, @Nullable Object> line) {
        String[] names = Lines.texts(line.get("new")).toArray(String[]::new);
        return answer(
                "result", CacheControl.varying(initial(line, "Vary"), names).header("Vary"));
    }

    private static Map<String, @Nullable Object> cacheControl(Map<String, @Nullable Object> line) {
        CacheControl directives = CacheControl.none();
        Map<String, @Nullable Object> kwargs = new LinkedHashMap<>(Lines.map(line.get("kwargs")));
        for (Map.Entry<String, @Nullable Object> entry : kwargs.entrySet()) {
            String name = entry.getKey().replace('_', '-');
            directives = switch (entry.getValue()) {
                case Boolean on when on -> directives.with(name);
                case Boolean off -> directives.with(name, "False");
                case null -> directives.with(name, "None");
                case Object value -> directives.with(name, value.toString());
            };
        }
        return answer("result", directives.on(initial(line, "Cache-Control")).header("Cache-Control"));
    }

    private static Map<String, @Nullable Object> maxAge(Map<String, @Nullable Object> line) {
        var age = CacheControl.maxAgeOf(initial(line, "Cache-Control"));
        return answer("result", age.isPresent() ? age.getAsLong() : null);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
