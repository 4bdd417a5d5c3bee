package quintet.http;

import com.google.errorprone.annotations.CheckReturnValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.http.internal.Charsets;
import quintet.http.internal.HeaderText;
import quintet.http.internal.MimeTypes;
import quintet.http.internal.Reasons;
import quintet.http.internal.Redirects;

/**
 * An answer: status, headers, cookies and a body. Immutable: {@code Response.ok(page).header("X-Shelf", "4")}, each method
 * that changes something gives a new value. Answers to Django's HttpResponse and its subclasses.
 */
@CheckReturnValue
public final class Response {
    private static final String HTML = "text/html; charset=utf-8";
    private static final Headers HTML_HEADERS = Headers.of("Content-Type", HTML);

    private final int status;
    private final @Nullable String reason;
    private final Headers headers;
    private final List<Cookie> cookies;
    private final ResponseBody body;
    private final Attributes attributes;
    private final List<AutoCloseable> closing;
    private final @Nullable LazyContent content;

    private Response(
            int status,
            @Nullable String reason,
            Headers headers,
            List<Cookie> cookies,
            ResponseBody body,
            Attributes attributes,
            List<AutoCloseable> closing,
            @Nullable LazyContent content) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
        this.attributes = attributes;
        this.closing = closing;
        this.content = content;
    }

    private static Response of(int status, Headers headers, ResponseBody body) {
        return new Response(status, null, headers, List.of(), body, Attributes.NONE, List.of(), null);
    }

    /**
     * An empty HTML response with this status.
     *
     * @throws IllegalArgumentException unless the status is from 100 to 599
     */
    public static Response of(int status) {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException(
                    "HTTP status code must be an integer from 100 to 599, not " + status + ".");
        }
        return of(status, HTML_HEADERS, ResponseBody.EMPTY);
    }

    /** 200 with an HTML page. */
    public static Response ok(String html) {
        return of(200, HTML_HEADERS, ResponseBody.of(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** 200 with an HTML page that is encoded in UTF-8 already; the array must not change afterwards. */
    public static Response ok(byte[] html) {
        return of(200, HTML_HEADERS, ResponseBody.of(html));
    }

    /** 200 with an HTML page in UTF-8 in whatever form it is there, such as a buffer that a template filled. */
    public static Response ok(ResponseBody html) {
        return of(200, HTML_HEADERS, html);
    }

    /** 200 with plain text. */
    public static Response text(String text) {
        return ok(text).contentType("text/plain; charset=utf-8");
    }

    /** 200 with JSON, by the rules of DjangoJSONEncoder: maps, lists, texts, numbers, dates, decimals, UUIDs. */
    public static Response json(@Nullable Object value) {
        return json(value, Json.Style.SPACED_ASCII);
    }

    /** 200 with JSON in this layout. */
    public static Response json(@Nullable Object value, Json.Style style) {
        return ok(Json.write(value, style)).contentType("application/json");
    }

    /** 302 to this URL, which a browser follows with GET. See {@link #preserveRequest()} to keep method and body. */
    public static Response redirect(String url) {
        String problem = Redirects.problem(url);
        if (problem != null) throw new DisallowedRedirect(problem);
        return of(302).header("Location", Uris.iriToUri(url));
    }

    /** 301 to this URL: browsers remember it. */
    public static Response redirectPermanently(String url) {
        return redirect(url).status(301);
    }

    /** Turns a redirect with 302 or 301 into 307 or 308: the browser repeats method and body at the new URL. */
    public Response preserveRequest() {
        return switch (status) {
            case 302 -> status(307);
            case 301 -> status(308);
            default -> this;
        };
    }

    /** 304: the client's copy is still good. */
    public static Response notModified() {
        return of(304, Headers.empty(), ResponseBody.EMPTY);
    }

    /** 204, without a body. */
    public static Response noContent() {
        return of(204, Headers.empty(), ResponseBody.EMPTY);
    }

    /** 400 with an HTML page. */
    public static Response badRequest(String html) {
        return ok(html).status(400);
    }

    /** 403 with an HTML page. */
    public static Response forbidden(String html) {
        return ok(html).status(403);
    }

    /** 404 with an HTML page. Throwing {@link quintet.core.NotFound} shows the site's own page instead. */
    public static Response notFound(String html) {
        return ok(html).status(404);
    }

    /** 405 that names the methods allowed. */
    public static Response notAllowed(String... methods) {
        return of(405).header("Allow", String.join(", ", methods));
    }

    /** 410: it was here and will not come back. */
    public static Response gone() {
        return of(410);
    }

    /** 500 with an HTML page. */
    public static Response serverError(String html) {
        return ok(html).status(500);
    }

    /** 200 with a body that is written while it is sent, inside the site's binding. */
    public static Response stream(String contentType, ResponseBody.Writer writer) {
        return of(200, Headers.of("Content-Type", contentType), new ResponseBody.Stream(writer));
    }

    /** 200 with a body of texts that are made while they are sent, each flushed to the client. */
    public static Response stream(String contentType, Iterable<? extends CharSequence> parts) {
        return stream(contentType, out -> {
            for (CharSequence part : parts) {
                out.write(part.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        });
    }

    /** 200 with the bytes of a stream, which is closed afterwards; offered for download under this name. */
    public static Response download(InputStream bytes, String fileName) {
        return stream(MimeTypes.forDownload(fileName), bytes::transferTo)
                .disposition(true, fileName)
                .closing(bytes);
    }

    /**
     * 200 with a file, shown by the browser if it can. Never build the path from what a client sent.
     *
     * @throws IOException if the file can not be read
     */
    public static Response file(Path path) throws IOException {
        return file(path, false, String.valueOf(path.getFileName()));
    }

    /** 200 with a file that the browser saves under this name. */
    public static Response download(Path path, String fileName) throws IOException {
        return file(path, true, fileName);
    }

    private static Response file(Path path, boolean attachment, String fileName) throws IOException {
        long length = Files.size(path);
        Headers headers =
                Headers.of("Content-Type", MimeTypes.forDownload(fileName), "Content-Length", Long.toString(length));
        return of(200, headers, new ResponseBody.File(path, 0, length)).disposition(attachment, fileName);
    }

    /** 200 with content that is rendered after middleware has seen it (TemplateResponse). */
    public static Response lazy(LazyContent content) {
        return of(200).content(content);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** With this status code. */
    public Response status(int code) {
        return copy(code, reason, headers, cookies, body, attributes);
    }

    /** The phrase of the status line; HTTP/2 does not send it. */
    public String reason() {
        return reason == null ? Reasons.of(status) : reason;
    }

    /** With this phrase. */
    public Response reason(String phrase) {
        return copy(status, phrase, headers, cookies, body, attributes);
    }

    /** The headers, without those of {@link #cookies()}. */
    public Headers headers() {
        return headers;
    }

    /** The first header of this name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** With this header instead of any of its name. Text beyond ISO-8859-1 is sent as a MIME encoded word. */
    public Response header(String name, String value) {
        return headers(headers.set(name, HeaderText.encode(value)));
    }

    /** With this header unless one of its name is there. */
    public Response headerDefault(String name, String value) {
        return headers.contains(name) ? this : header(name, value);
    }

    /** Without the headers of this name. */
    public Response withoutHeader(String name) {
        return headers.contains(name) ? headers(headers.remove(name)) : this;
    }

    /** With these headers instead of all. */
    public Response headers(Headers all) {
        return copy(status, reason, all, cookies, body, attributes);
    }

    /** With this content type. */
    public Response contentType(String type) {
        return header("Content-Type", type);
    }

    /** With a Content-Disposition: shown or saved, under this name. */
    public Response disposition(boolean attachment, String fileName) {
        return ContentDisposition.of(attachment, fileName)
                .map(value -> header("Content-Disposition", value))
                .orElse(this);
    }

    /** The cookies to set. */
    public List<Cookie> cookies() {
        return cookies;
    }

    /** The cookie to set with this name, or null. */
    public @Nullable Cookie cookie(String name) {
        for (Cookie cookie : cookies) {
            if (cookie.name().equals(name)) return cookie;
        }
        return null;
    }

    /** With this cookie, instead of one of its name. */
    public Response cookie(Cookie cookie) {
        List<Cookie> all = new ArrayList<>(cookies);
        int at = all.indexOf(cookie(cookie.name()));
        if (at < 0) all.add(cookie);
        else all.set(at, cookie);
        return copy(status, reason, headers, List.copyOf(all), body, attributes);
    }

    /** Makes the browser drop the cookie of this name at path {@code /}; see {@link Cookie#delete} for others. */
    public Response deleteCookie(String name) {
        return cookie(Cookie.delete(name));
    }

    /** The body. */
    public ResponseBody body() {
        return body;
    }

    /** With this body; a Content-Length of before is dropped. */
    public Response body(ResponseBody newBody) {
        return copy(status, reason, headers.remove("Content-Length"), cookies, newBody, attributes);
    }

    /** With this body; the array must not change afterwards. */
    public Response body(byte[] bytes) {
        return body(ResponseBody.of(bytes));
    }

    /** With this text as the body, in the charset of the content type. */
    public Response body(String text) {
        return body(text.getBytes(charset()));
    }

    /** Whether the body is not in memory: a stream or a file. */
    public boolean isStreaming() {
        return !(body instanceof ResponseBody.Bytes);
    }

    /**
     * The bytes of the body.
     *
     * @throws IllegalStateException if it is streaming
     */
    public byte[] bytes() {
        ResponseBody.Bytes all = inMemory();
        return Arrays.copyOfRange(all.data(), all.offset(), all.offset() + all.length());
    }

    /** The body where it lies in memory. */
    ResponseBody.Bytes inMemory() {
        if (body instanceof ResponseBody.Bytes all) return all;
        throw new IllegalStateException(
                "This response is streaming: its body is written while it is sent. Ask isStreaming() first.");
    }

    /** The body as text. */
    public String text() {
        ResponseBody.Bytes all = inMemory();
        return new String(all.data(), all.offset(), all.length(), charset());
    }

    /** The charset of the content type, UTF-8 if it names none. */
    public Charset charset() {
        String type = headers.get("Content-Type", "");
        int at = type.indexOf("charset=");
        if (at < 0) return StandardCharsets.UTF_8;
        int end = type.indexOf(';', at);
        return Charsets.named(
                type.substring(at + 8, end < 0 ? type.length() : end).replace("\"", ""));
    }

    /** The value of this key, or null: how decorators tell middleware something. */
    public <T> @Nullable T get(Key<T> key) {
        return attributes.get(key);
    }

    /** With this value; null takes it away. */
    public <T> Response set(Key<T> key, @Nullable T value) {
        return copy(status, reason, headers, cookies, body, attributes.with(key, value));
    }

    /** Closes this too when the response was sent. */
    public Response closing(AutoCloseable resource) {
        List<AutoCloseable> all = new ArrayList<>(closing);
        all.add(resource);
        return new Response(status, reason, headers, cookies, body, attributes, List.copyOf(all), content);
    }

    /** What is closed when the response was sent. */
    public List<AutoCloseable> closing() {
        return closing;
    }

    /** What the body will be made of; null if there is a body already. */
    public @Nullable LazyContent content() {
        return content;
    }

    /** With other content to render. */
    public Response content(LazyContent newContent) {
        return new Response(status, reason, headers, cookies, body, attributes, closing, newContent);
    }

    /** Whether there is a body: false only before a lazy response is rendered. */
    public boolean isRendered() {
        return content == null;
    }

    /** The rendered response. */
    public Response rendered() throws Exception {
        if (content == null) return this;
        Response done = content.render(this);
        return new Response(
                done.status, done.reason, done.headers, done.cookies, done.body, done.attributes, done.closing, null);
    }

    private Response copy(
            int newStatus,
            @Nullable String newReason,
            Headers newHeaders,
            List<Cookie> newCookies,
            ResponseBody newBody,
            Attributes newAttributes) {
        return new Response(newStatus, newReason, newHeaders, newCookies, newBody, newAttributes, closing, content);
    }

    /** Status and content type. */
    @Override
    public String toString() {
        return "Response[" + status + " " + headers.get("Content-Type", "no content type") + "]";
    }
}
