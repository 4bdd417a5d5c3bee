package quintet.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** An exchange in memory. */
final class TestExchange implements ServerExchange {
    private static final InetAddress LOCAL = InetAddress.getLoopbackAddress();

    private final String method;
    private final String target;
    private final boolean secure;
    private final Headers headers;
    private final byte[] requestBody;
    private int status;
    private Headers responseHeaders = Headers.empty();
    private byte[] responseBody = {};

    TestExchange(String method, String target, boolean secure, Headers headers, byte[] requestBody) {
        this.method = method;
        this.target = target;
        this.secure = secure;
        this.headers = headers;
        this.requestBody = requestBody;
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
        return secure;
    }

    @Override
    public String scheme() {
        return secure ? "https" : "http";
    }

    @Override
    public InetSocketAddress remote() {
        return new InetSocketAddress(LOCAL, 50_000);
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(LOCAL, secure ? 443 : 80);
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(requestBody);
    }

    @Override
    public long contentLength() {
        return requestBody.length;
    }

    @Override
    public void respond(int newStatus, Headers newHeaders, ResponseBody body) throws IOException {
        if (status != 0) throw new IllegalStateException("This request was answered before, with " + status);
        status = newStatus;
        responseHeaders = newHeaders;
        if (!method.equals("HEAD")) responseBody = bytes(body);
    }

    private static byte[] bytes(ResponseBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (body) {
            case ResponseBody.Bytes part -> out.write(part.data(), part.offset(), part.length());
            case ResponseBody.Stream stream -> stream.writer().writeTo(out);
            case ResponseBody.File file -> {
                try (FileChannel channel = FileChannel.open(file.path())) {
                    channel.transferTo(file.offset(), file.length(), Channels.newChannel(out));
                }
            }
        }
        return out.toByteArray();
    }

    int status() {
        return status;
    }

    Headers responseHeaders() {
        return responseHeaders;
    }

    byte[] responseBody() {
        return responseBody;
    }
}
