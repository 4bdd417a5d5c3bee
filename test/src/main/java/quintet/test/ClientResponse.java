package quintet.test;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.http.Headers;
import quintet.http.Request;
import quintet.http.ResolverMatch;
import quintet.test.internal.Renders;

/** What the site answered the test {@link Client}. */
public final class ClientResponse {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");

    private final Client client;
    private final TestExchange exchange;
    private final @Nullable Request request;
    private final @Nullable Exception failure;
    private final List<Renders.Render> renders;
    private final List<String> redirects;

    ClientResponse(
            Client client,
            TestExchange exchange,
            @Nullable Request request,
            @Nullable Exception failure,
            List<Renders.Render> renders) {
        this(client, exchange, request, failure, renders, List.of());
    }

    private ClientResponse(
            Client client,
            TestExchange exchange,
            @Nullable Request request,
            @Nullable Exception failure,
            List<Renders.Render> renders,
            List<String> redirects) {
        this.client = client;
        this.exchange = exchange;
        this.request = request;
        this.failure = failure;
        this.renders = renders;
        this.redirects = redirects;
    }

    ClientResponse withRedirects(List<String> way) {
        return new ClientResponse(client, exchange, request, failure, renders, List.copyOf(way));
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

    /** The names of the templates rendered for it, in order, parents and included ones too; in tests of a QuintetTest class. */
    public List<String> templates() {
        return renders.stream()
                .map(Renders.Render::template)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /**
     * A variable of the templates rendered for it; of several of this name the first that is not null.
     *
     * @throws AssertionError if no template had it; the message lists those there were
     */
    public Object context(String name) {
        Set<String> names = new TreeSet<>();
        for (Renders.Render render : renders) {
            Object value = render.context().get(name);
            if (value != null) return value;
            names.addAll(render.context().keySet());
        }
        names.removeAll(List.of("True", "False", "None"));
        throw new AssertionError("No template had a variable '" + name + "'."
                + (renders.isEmpty()
                        ? " No template was rendered."
                        : " There were: " + String.join(", ", names) + "."));
    }

    /** The page, to look things up in by CSS selector: {@code response.html().select("li.book")}. */
    public Document html() {
        return Jsoup.parse(text(), "http://testserver" + path());
    }

    /**
     * The only link with this text, as a reader sees it.
     *
     * @throws AssertionError if there is none, or several with different targets
     */
    public PageLink link(String text) {
        return PageLink.find(client, this, text);
    }

    /** The only form of the page, or the only one that posts. */
    public PageForm form() {
        return PageForm.only(client, this);
    }

    /** The form that a CSS selector finds, such as {@code "#review"}. */
    public PageForm form(String selector) {
        return PageForm.find(client, this, selector);
    }

    /** The path that was asked for, with its query. */
    public String path() {
        return exchange.rawTarget();
    }

    /** Status, type and the beginning of the text. */
    @Override
    public String toString() {
        String text = text();
        return status() + " " + headers().get("Content-Type", "") + " "
                + text.substring(0, Math.min(200, text.length()));
    }
}
