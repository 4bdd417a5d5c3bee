package quintet.test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.http.Headers;
import quintet.http.Request;
import quintet.http.ResolverMatch;

/** What the site answered the test {@link Client}. */
public final class ClientResponse {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");

    private final TestExchange exchange;
    private final @Nullable Request request;
    private final @Nullable Exception failure;
    private final List<String> redirects;

    ClientResponse(TestExchange exchange, @Nullable Request request, @Nullable Exception failure) {
        this(exchange, request, failure, List.of());
    }

    private ClientResponse(
            TestExchange exchange, @Nullable Request request, @Nullable Exception failure, List<String> redirects) {
        this.exchange = exchange;
        this.request = request;
        this.failure = failure;
        this.redirects = redirects;
    }

    ClientResponse withRedirects(List<String> way) {
        return new ClientResponse(exchange, request, failure, List.copyOf(way));
    }

    /** The status code. */
    public int status() {
        return exchange.status();
    }

    /** All headers, cookies as Set-Cookie. */
    public Headers headers() {
        return exchange.responseHeaders();
    }

    /** The value of a header, or null. */
    public @Nullable String header(String name) {
        return headers().get(name);
    }

    /** The body. */
    public byte[] bytes() {
        return exchange.responseBody().clone();
    }

    /** The body as text, in the charset of the Content-Type, else UTF-8. */
    public String text() {
        Matcher charset = CHARSET.matcher(headers().get("Content-Type", ""));
        return new String(
                exchange.responseBody(), charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8);
    }

    /** The body as JSON: Map, List, String, Long, Double, Boolean or null. */
    public @Nullable Object json() {
        return Json.read(text());
    }

    /** Where a redirect leads, as sent. */
    public String location() {
        String location = header("Location");
        if (location == null) throw new AssertionError("The answer with status " + status() + " has no Location");
        return location;
    }

    /** Whether the browser is sent elsewhere. */
    public boolean isRedirect() {
        return switch (status()) {
            case 301, 302, 303, 307, 308 -> headers().contains("Location");
            default -> false;
        };
    }

    /** The redirects followed, in order (redirect_chain). */
    public List<String> redirects() {
        return redirects;
    }

    /** The request as the site saw it; empty when it was refused before. */
    public Optional<Request> request() {
        return Optional.ofNullable(request);
    }

    /** The route that answered; empty when none did (resolver_match). */
    public Optional<ResolverMatch> match() {
        return request().map(Request::matchOrNull);
    }

    /** The exception behind a 500, when the client answers errors (exc_info). */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Status, type and the beginning of the text. */
    @Override
    public String toString() {
        String text = text();
        return status() + " " + headers().get("Content-Type", "") + " "
                + text.substring(0, Math.min(200, text.length()));
    }
}
