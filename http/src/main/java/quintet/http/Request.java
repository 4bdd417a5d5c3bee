package quintet.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.core.Site;
import quintet.http.internal.AcceptHeader;
import quintet.http.internal.CookieText;
import quintet.http.internal.Forms;
import quintet.http.internal.HeaderParams;
import quintet.http.internal.HttpConfig;
import quintet.http.internal.RequestTarget;
import quintet.http.internal.SignedCookies;
import quintet.http.internal.SplitUrl;
import quintet.http.internal.UrlJoin;
import quintet.http.internal.Utf8;

/**
 * A request to a site. What the client sent is parsed when it is asked for. Values that middleware finds out, such as the
 * user, are attached by typed {@link Key}s. Belongs to one thread at a time. Answers to Django's HttpRequest.
 */
public final class Request {
    private static final ScopedValue<Request> CURRENT = ScopedValue.newInstance();

    private final Site site;
    private final HttpConfig config;
    private final ServerExchange exchange;
    private final String pathInfo;
    private final String rawQuery;
    private Attributes attributes = Attributes.NONE;
    private @Nullable ResolverMatch match;
    private @Nullable UrlConf urls;
    private @Nullable HeaderParams contentType;
    private @Nullable QueryDict query;
    private @Nullable Map<String, String> cookies;
    private @Nullable AcceptHeader accept;
    private @Nullable Forms forms;

    private Request(Site site, ServerExchange exchange) {
        this.site = site;
        this.config = site.service(HttpConfig.class);
        this.exchange = exchange;
        RequestTarget target = RequestTarget.of(exchange.rawTarget());
        this.pathInfo = target.path();
        this.rawQuery = target.query();
    }

    /**
     * A request as a server received it.
     *
     * @throws BadRequest when its path is malformed
     */
    public static Request of(Site site, ServerExchange exchange) {
        return new Request(site, exchange);
    }

    /** The request that is being answered by this thread, if any. */
    public static Optional<Request> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Runs code with this as the current request. */
    public <R, X extends Throwable> R call(ScopedValue.CallableOp<? extends R, X> code) throws X {
        return ScopedValue.where(CURRENT, this).call(code);
    }

    /** The site that answers. */
    public Site site() {
        return site;
    }

    /** The method as sent, such as {@code GET}. */
    public String method() {
        return exchange.method();
    }

    /** Whether this is the method. */
    public boolean is(String method) {
        return exchange.method().equals(method);
    }

    /** The decoded path, with that below which the site is mounted. */
    public String path() {
        String prefix = scriptName();
        return prefix.isEmpty() ? pathInfo : prefix + pathInfo;
    }

    /** The decoded path within the site: what routes match. */
    public String pathInfo() {
        return pathInfo;
    }

    /** The path below which the site is mounted, without a slash at its end; usually empty. */
    public String scriptName() {
        String name = config.http().scriptName();
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** The path and the query, encoded. */
    public String fullPath() {
        return Uris.escapePath(path()) + encodedQuery();
    }

    /** As {@link #fullPath()}, with a slash at the end of the path. */
    public String fullPathWithSlash() {
        String path = path();
        return Uris.escapePath(path) + (path.endsWith("/") ? "" : "/") + encodedQuery();
    }

    /** The path within the site and the query, encoded. */
    public String fullPathInfo() {
        return Uris.escapePath(pathInfo) + encodedQuery();
    }

    private String encodedQuery() {
        return rawQuery.isEmpty() ? "" : "?" + Uris.iriToUri(rawQuery);
    }

    /** The query string as sent, without the question mark. */
    public String rawQuery() {
        return rawQuery;
    }

    /**
     * The parameters of the query string (request.GET).
     *
     * @throws TooManyFieldsSent when there are more than {@link UploadSettings#maxFields()}
     */
    public QueryDict query() {
        QueryDict parsed = query;
        if (parsed == null) {
            Integer most = config.uploads().maxFields();
            parsed = QueryDict.parse(rawQuery, charset(), most == null ? Integer.MAX_VALUE : most);
            query = parsed;
        }
        return parsed;
    }

    /** {@code https} or {@code http}, as a trusted proxy says or the connection is. */
    public String scheme() {
        SecuritySettings.ProxyHeader proxy = config.security().proxyHeader();
        String value = proxy == null ? null : headers().get(proxy.name());
        if (proxy == null || value == null) return exchange.scheme();
        int comma = value.indexOf(',');
        return (comma < 0 ? value : value.substring(0, comma)).strip().equals(proxy.value()) ? "https" : "http";
    }

    /** Whether it came over HTTPS. */
    public boolean isSecure() {
        return scheme().equals("https");
    }

    /**
     * The host, and the port if it is not the usual one, as the client sent it (get_host).
     *
     * @throws DisallowedHost when the site does not answer to it
     */
    public String host() {
        String host = rawHost();
        String problem = Hosts.problem(host, config.allowedHosts(), config.debug());
        if (problem != null) throw new DisallowedHost(problem);
        return host;
    }

    private String rawHost() {
        String forwarded = config.http().useXForwardedHost() ? headers().get("X-Forwarded-Host") : null;
        if (forwarded != null) return forwarded;
        String host = headers().get("Host");
        if (host != null) return host;
        String name = exchange.local().getHostString();
        String port = port();
        return port.equals(isSecure() ? "443" : "80") ? name : name + ":" + port;
    }

    /** The port the client connected to. */
    public String port() {
        String forwarded = config.http().useXForwardedPort() ? headers().get("X-Forwarded-Port") : null;
        return forwarded == null ? Integer.toString(exchange.local().getPort()) : forwarded;
    }

    /** The address of the client, or of the proxy before it. */
    public InetSocketAddress remote() {
        return exchange.remote();
    }

    /** The address of the client as text (REMOTE_ADDR). */
    public String remoteAddress() {
        InetSocketAddress remote = exchange.remote();
        return remote.getAddress() == null
                ? remote.getHostString()
                : remote.getAddress().getHostAddress();
    }

    /** This URL, with scheme and host. */
    public String absoluteUri() {
        return absoluteUri("//" + fullPath());
    }

    /** A URL on this host, made absolute and encoded (build_absolute_uri). */
    public String absoluteUri(String location) {
        SplitUrl bits = SplitUrl.of(location);
        if (!bits.scheme().isEmpty() && !bits.netloc().isEmpty()) return Uris.iriToUri(location);
        String origin = scheme() + "://" + host();
        boolean simple = bits.path().startsWith("/")
                && bits.scheme().isEmpty()
                && bits.netloc().isEmpty()
                && !bits.path().contains("/./")
                && !bits.path().contains("/../");
        if (!simple) return Uris.iriToUri(UrlJoin.join(origin + path(), location));
        return Uris.iriToUri(origin + (location.startsWith("//") ? location.substring(2) : location));
    }

    /** The headers. */
    public Headers headers() {
        return exchange.headers();
    }

    /** The first header of this name, or null. */
    public @Nullable String header(String name) {
        return exchange.headers().get(name);
    }

    /** The protocol, such as {@code HTTP/1.1}. */
    public String protocol() {
        return exchange.protocol();
    }

    /** The cookies sent. */
    public Map<String, String> cookies() {
        Map<String, String> parsed = cookies;
        if (parsed == null) {
            String header = headers().joined("Cookie", "; ");
            parsed = header == null ? Map.of() : CookieText.parse(CookieText.fromHeader(header));
            cookies = parsed;
        }
        return parsed;
    }

    /** The cookie of this name, or null. */
    public @Nullable String cookie(String name) {
        return cookies().get(name);
    }

    /** The value of a cookie that was set with {@link Cookie#signed(String, String)}; empty if it is missing or forged. */
    public Optional<String> signedCookie(String name) {
        return signedCookie(name, "", null);
    }

    /** The value of a signed cookie; empty if it is missing, forged or older than {@code maxAge}. */
    public Optional<String> signedCookie(String name, String salt, @Nullable Duration maxAge) {
        return SignedCookies.read(this, config.http().legacyCookieSalt(), name, salt, maxAge);
    }

    /** The media type of the body in lower case, without parameters; empty if none. */
    public String contentType() {
        return contentTypeHeader().value();
    }

    /** The parameters of the content type. */
    public Map<String, String> contentParams() {
        return contentTypeHeader().params();
    }

    private HeaderParams contentTypeHeader() {
        HeaderParams parsed = contentType;
        if (parsed == null) {
            parsed = HeaderParams.parse(headers().get("Content-Type", ""));
            contentType = parsed;
        }
        return parsed;
    }

    /** The charset of the request's data: that of the content type if it is known, else UTF-8. */
    public Charset charset() {
        if (!headers().contains("Content-Type")) return StandardCharsets.UTF_8;
        return Forms.charset(contentParams());
    }

    /**
     * The fields of a posted form, multipart or urlencoded; empty for other methods and types (request.POST).
     *
     * @throws BadRequest when the form is malformed
     * @throws quintet.core.SuspiciousOperation when it exceeds a limit of {@link UploadSettings}
     */
    public QueryDict form() {
        return forms().fields();
    }

    /** The files of a posted form (request.FILES). */
    public UploadedFiles files() {
        return forms().files();
    }

    /**
     * The whole body.
     *
     * @throws RequestDataTooBig when it is longer than {@link UploadSettings#maxMemory()}
     * @throws IllegalStateException when it was read as a stream before
     */
    public byte[] body() {
        return forms().body();
    }

    /**
     * The body as JSON: maps, lists, texts, numbers, booleans or null.
     *
     * @throws BadRequest when it is not JSON
     * @throws RequestDataTooBig when it is longer than {@link UploadSettings#maxMemory()}
     */
    public @Nullable Object json() {
        try {
            return Json.read(Utf8.decodeStrictly(body(), 0, body().length));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new BadRequest("The body is not JSON: " + e.getMessage(), e);
        }
    }

    /** The body as a stream; what was read once is gone. */
    public InputStream stream() {
        return forms().stream();
    }

    /** The length of the body in bytes, -1 if the client did not say. */
    public long contentLength() {
        return exchange.contentLength();
    }

    /** Takes the files of this request with other handlers; only before the body is read. */
    public void uploadHandlers(UploadHandler.Factory... handlers) {
        forms().handlers(List.of(handlers));
    }

    /** Parses a multipart body of this request with another parser; only before the body is read. */
    public void formParser(FormParser parser) {
        forms().parser(parser);
    }

    private Forms forms() {
        Forms made = forms;
        if (made == null) {
            made = new Forms(this, exchange, config.uploads());
            forms = made;
        }
        return made;
    }

    /** Deletes temporary files of uploads. The site calls it when the answer was sent. */
    public void close() throws IOException {
        if (forms != null) forms.close();
    }

    /** The media types the client accepts, most welcome first. */
    public List<MediaType> acceptedTypes() {
        return accept().accepted();
    }

    /** The same, the narrowest first. */
    public List<MediaType> acceptedTypesByPrecedence() {
        return accept().byPrecedence();
    }

    /** Whether the client accepts this media type. */
    public boolean accepts(String mediaType) {
        return accept().rangeOf(mediaType) != null;
    }

    /** The one of these types the client likes best, if it accepts any (get_preferred_type). */
    public Optional<String> preferredType(String... mediaTypes) {
        return Optional.ofNullable(accept().preferred(List.of(mediaTypes)));
    }

    private AcceptHeader accept() {
        AcceptHeader parsed = accept;
        if (parsed == null) {
            String header = headers().joined("Accept", ", ");
            parsed = AcceptHeader.parse(header == null ? "*/*" : header);
            accept = parsed;
        }
        return parsed;
    }

    /**
     * The route that answers.
     *
     * @throws IllegalStateException before a route was found: in middleware on the way in
     */
    public ResolverMatch match() {
        if (match == null) {
            throw new IllegalStateException(
                    "No route is known yet. Middleware sees it in processView, or after next.handle.");
        }
        return match;
    }

    /** The route that answers, or null before it was found. */
    public @Nullable ResolverMatch matchOrNull() {
        return match;
    }

    void match(ResolverMatch found) {
        match = found;
    }

    /** The URLs that answer this request. */
    public UrlConf urls() {
        return urls == null ? site.service(UrlConf.class) : urls;
    }

    /** Answers by other URLs (request.urlconf), such as those of a subdomain; for middleware. */
    public void urls(UrlConf other) {
        urls = other;
    }

    /** The attached value, or null. */
    public <T> @Nullable T get(Key<T> key) {
        return attributes.get(key);
    }

    /** Attaches a value; null takes it away. */
    public <T> void set(Key<T> key, @Nullable T value) {
        attributes = attributes.with(key, value);
    }

    /** All attached values: templates find them by name. */
    public Attributes attributes() {
        return attributes;
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method() + " " + pathInfo;
    }
}
