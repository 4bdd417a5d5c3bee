package quintet.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.Crypto;
import quintet.core.Json;
import quintet.http.CsrfSettings;
import quintet.http.Headers;
import quintet.http.SiteHandler;

/** A request of the test {@link Client} while it is filled. */
public final class ClientRequest {
    private static final int MOST_REDIRECTS = 20;
    private static final int CSRF_SECRET_LENGTH = 32;
    private static final String HOST = "testserver";

    private final Client client;
    private String method;
    private String path;
    private boolean secure;
    private Headers headers;
    private byte[] body = {};
    private boolean follow;

    ClientRequest(Client client, String method, String path, boolean secure, Headers headers) {
        this.client = client;
        this.method = method;
        this.path = path;
        this.secure = secure;
        this.headers = headers;
    }

    /** Sets a header. */
    public ClientRequest header(String name, String value) {
        headers = headers.set(name, value);
        return this;
    }

    /** Adds to the query. */
    public ClientRequest query(Map<String, ?> values) {
        path += (path.indexOf('?') < 0 ? "?" : "&") + FormBody.urlEncoded(values);
        return this;
    }

    /** A form: URL-encoded, or multipart when there is an {@link Upload} in it. */
    public ClientRequest form(Map<String, ?> values) {
        if (FormBody.hasUploads(values)) return multipart(values);
        return body(FormBody.urlEncoded(values), "application/x-www-form-urlencoded");
    }

    /** A multipart form, also without files. */
    public ClientRequest multipart(Map<String, ?> values) {
        return body(FormBody.multipart(values), "multipart/form-data; boundary=" + FormBody.BOUNDARY);
    }

    /** A JSON body. */
    public ClientRequest json(@Nullable Object value) {
        return body(Json.write(value, Json.Style.COMPACT), "application/json");
    }

    /** A text body in UTF-8. */
    public ClientRequest body(String text, String contentType) {
        return body(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /** A body of bytes. */
    public ClientRequest body(byte[] bytes, String contentType) {
        body = bytes;
        return header("Content-Type", contentType);
    }

    /** On HTTPS. */
    public ClientRequest secure() {
        secure = true;
        return this;
    }

    /** Goes on to where redirects lead. */
    public ClientRequest follow() {
        follow = true;
        return this;
    }

    /** Sends it and returns the answer. */
    public ClientResponse send() {
        ClientResponse response = once();
        List<String> way = new ArrayList<>();
        while (follow && response.isRedirect()) {
            way.add(response.location());
            if (way.size() > MOST_REDIRECTS) throw new AssertionError("The redirects do not end: " + way);
            redirect(response);
            response = once();
        }
        return response.withRedirects(way);
    }

    private void redirect(ClientResponse response) {
        URI target = URI.create(path).resolve(response.location());
        if (target.getScheme() != null) secure = target.getScheme().equals("https");
        if (target.getAuthority() != null) headers = headers.set("Host", target.getAuthority());
        String query = target.getRawQuery();
        path = (target.getRawPath().isEmpty() ? "/" : target.getRawPath()) + (query == null ? "" : "?" + query);
        boolean sameMethod = response.status() == 307 || response.status() == 308;
        if (!sameMethod) {
            if (!method.equals("HEAD")) method = "GET";
            body = new byte[0];
            headers = headers.remove("Content-Type");
        }
    }

    private ClientResponse once() {
        TestExchange exchange = new TestExchange(method, path, secure, wireHeaders(), body);
        SiteHandler handler = client.site().service(SiteHandler.class);
        ClientResponse response = Trace.record(client, exchange, handler);
        for (String cookie : response.headers().all("Set-Cookie"))
            client.cookies().take(cookie);
        return response;
    }

    private Headers wireHeaders() {
        Headers.Builder wire = headers.setDefault("Host", HOST).toBuilder();
        if (body.length > 0 || method.equals("POST") || method.equals("PUT") || method.equals("PATCH")) {
            wire.set("Content-Length", Integer.toString(body.length));
        }
        addCsrf(wire);
        String cookies = client.cookies().header();
        if (!cookies.isEmpty() && !headers.contains("Cookie")) wire.set("Cookie", cookies);
        return wire.build();
    }

    /** A real token rather than a back door: the cookie, and the same secret in the header. */
    private void addCsrf(Headers.Builder wire) {
        CsrfSettings csrf = client.csrf();
        if (csrf == null || method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS")) return;
        String name = csrf.cookieName();
        if (client.cookies().get(name).isEmpty()) {
            client.cookies().set(name, Crypto.randomString(CSRF_SECRET_LENGTH));
        }
        wire.set("X-CSRFToken", client.cookies().get(name).orElseThrow());
        if (secure && headers.get("Referer") == null) wire.set("Referer", "https://" + headers.get("Host", HOST) + "/");
    }
}
