package quintet.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/** A request of a test, and what was answered. */
public final class TestExchange implements ServerExchange {
    private final String method;
    private final String target;
    private String scheme = "http";
    private Headers headers = Headers.of("Host", "testserver");
    private byte[] body = new byte[0];
    private int chunk = Integer.MAX_VALUE;
    private int status;
    private Headers answered = Headers.empty();
    private byte[] content = new byte[0];

    private TestExchange(String method, String target) {
        this.method = method;
        this.target = target;
    }

    public static TestExchange get(String target) {
        return new TestExchange("GET", target);
    }

    public static TestExchange of(String method, String target) {
        return new TestExchange(method, target);
    }

    public static TestExchange post(String target, String form) {
        return new TestExchange("POST", target)
                .body("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    public TestExchange header(String name, String value) {
        headers = headers.set(name, value);
        return this;
    }

    public TestExchange https() {
        scheme = "https";
        return this;
    }

    public TestExchange body(String type, byte[] bytes) {
        headers = headers.set("Content-Type", type).set("Content-Length", Integer.toString(bytes.length));
        body = bytes;
        return this;
    }

    /** Lets the body arrive in pieces of this size. */
    public TestExchange inPiecesOf(int bytes) {
        chunk = bytes;
        return this;
    }

    public int status() {
        return status;
    }

    public Headers answered() {
        return answered;
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
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
        return InetSocketAddress.createUnresolved("192.0.2.1", 40_000);
    }

    @Override
    public InetSocketAddress local() {
        return InetSocketAddress.createUnresolved("testserver", secure() ? 443 : 80);
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, chunk));
            }
        };
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void respond(int code, Headers sent, ResponseBody answer) throws IOException {
        status = code;
        answered = sent;
        content = switch (answer) {
            case ResponseBody.Bytes bytes ->
                Arrays.copyOfRange(bytes.data(), bytes.offset(), bytes.offset() + bytes.length());
            case ResponseBody.File file -> Files.readAllBytes(file.path());
            case ResponseBody.Stream stream -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                stream.writer().writeTo(out);
                yield out.toByteArray();
            }
        };
    }
}
