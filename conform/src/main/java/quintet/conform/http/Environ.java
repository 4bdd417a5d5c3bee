package quintet.conform.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.Headers;
import quintet.http.Request;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** A request as a WSGI environment describes it: defaults are GET / on internal.com, port 80. */
final class Environ implements ServerExchange {
    private final String method;
    private final String target;
    private final String scheme;
    private final InetSocketAddress local;
    private final Headers headers;
    private final byte[] body;
    private final long length;

    private Environ(Map<String, ?> environ, byte[] body) {
        this.method = text(environ, "REQUEST_METHOD", "GET");
        String query = text(environ, "QUERY_STRING", "");
        this.target = encoded(text(environ, "PATH_INFO", "/")) + (query.isEmpty() ? "" : "?" + query);
        this.scheme = text(environ, "wsgi.url_scheme", "http");
        this.local = InetSocketAddress.createUnresolved(
                text(environ, "SERVER_NAME", "internal.com"), Integer.parseInt(text(environ, "SERVER_PORT", "80")));
        this.headers = headers(environ);
        this.body = body;
        this.length = length(environ, body);
    }

    static Request request(Site site, Map<String, ?> environ) {
        return request(site, environ, new byte[0]);
    }

    static Request request(Site site, Map<String, ?> environ, byte[] body) {
        return Request.of(site, new Environ(environ, body));
    }

    private static long length(Map<String, ?> environ, byte[] body) {
        try {
            return Long.parseLong(text(environ, "CONTENT_LENGTH", String.valueOf(body.length)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** PATH_INFO is a text whose characters are the bytes of the decoded path. */
    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.ISO_8859_1)) {
            boolean plain = b > ' ' && b < 127 && "%?#".indexOf(b) < 0;
            if (plain) out.append((char) b);
            else out.append(String.format("%%%02X", b & 0xff));
        }
        return out.toString();
    }

    private static Headers headers(Map<String, ?> environ) {
        Headers.Builder headers = Headers.builder();
        environ.forEach((name, value) -> {
            if (name.startsWith("HTTP_")) headers.set(title(name.substring(5)), String.valueOf(value));
            else if (name.equals("CONTENT_TYPE") || name.equals("CONTENT_LENGTH")) {
                headers.set(title(name), String.valueOf(value));
            }
        });
        return headers.build();
    }

    private static String title(String name) {
        StringBuilder out = new StringBuilder();
        for (String word : name.split("_", -1)) {
            if (!out.isEmpty()) out.append('-');
            if (!word.isEmpty())
                out.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return out.toString();
    }

    private static String text(Map<String, ?> environ, String name, String otherwise) {
        Object value = environ.get(name);
        return value == null ? otherwise : value.toString();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawTarget() {
        return target;
    }

    @Override
    public String protocol() {
        return "HTTP/1.1";
    }

    @Override
    public boolean secure() {
        return scheme.equals("https");
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public InetSocketAddress remote() {
        return InetSocketAddress.createUnresolved("127.0.0.1", 50_000);
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void respond(int status, Headers sent, @Nullable ResponseBody content) {
        throw new IllegalStateException("Nothing is sent here");
    }
}
