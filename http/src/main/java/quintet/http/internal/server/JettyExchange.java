package quintet.http.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;
import quintet.http.ServerSettings;

/** One request on Jetty. It is also the callback of its last write, so that its end is known when the last byte is out. */
final class JettyExchange implements ServerExchange, Callback {
    private static final InetSocketAddress NOWHERE = InetSocketAddress.createUnresolved("unknown", 0);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ServerSettings settings;
    private final Finish finish;
    private @Nullable Headers headers;
    private @Nullable InputStream body;
    private int status;
    private long bytes;
    private boolean complete;
    private boolean logged;

    /** Told once when the exchange is over. */
    interface Finish {
        void finished(JettyExchange exchange, @Nullable Throwable failure);
    }

    JettyExchange(Request request, Response response, Callback callback, ServerSettings settings, Finish finish) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.settings = settings;
        this.finish = finish;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String rawTarget() {
        return request.getHttpURI().getPathQuery();
    }

    @Override
    public String protocol() {
        return request.getConnectionMetaData().getProtocol();
    }

    @Override
    public boolean secure() {
        return request.isSecure();
    }

    @Override
    public String scheme() {
        return secure() ? "https" : "http";
    }

    @Override
    public InetSocketAddress remote() {
        return inet(request.getConnectionMetaData().getRemoteSocketAddress());
    }

    @Override
    public InetSocketAddress local() {
        return inet(request.getConnectionMetaData().getLocalSocketAddress());
    }

    @Override
    public Headers headers() {
        Headers known = headers;
        if (known == null) {
            headers = known = copyHeaders();
        }
        return known;
    }

    @Override
    public InputStream body() {
        InputStream known = body;
        if (known == null) {
            body = known = contentLength() == 0 ? InputStream.nullInputStream() : new BodyInput(request, settings);
        }
        return known;
    }

    @Override
    public long contentLength() {
        long length = request.getLength();
        if (length >= 0) return length;
        boolean http1 = request.getConnectionMetaData().getHttpVersion().getVersion() < 20;
        return http1 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING) ? 0 : -1;
    }

    @Override
    public void respond(int newStatus, Headers fields, ResponseBody content) throws IOException {
        if (status != 0) {
            throw new IllegalStateException("This request was answered with " + status + " before, so " + newStatus
                    + " can not be sent; respond() is called once for each request.");
        }
        status = newStatus;
        response.setStatus(newStatus);
        addHeaders(fields, content);
        try {
            send(content);
        } catch (Throwable x) {
            // The client has a part of the answer: cut, so that it does not take it for the whole.
            cut(x);
            throw x;
        }
    }

    private void send(ResponseBody content) throws IOException {
        boolean headOnly = "HEAD".equals(request.getMethod()) || !mayHaveBody(status);
        switch (content) {
            case ResponseBody.Bytes part
            when part.length() <= BodyOutput.PIECE || headOnly -> {
                bytes = headOnly ? 0 : part.length();
                int length = headOnly ? 0 : part.length();
                response.write(true, ByteBuffer.wrap(part.data(), part.offset(), length), this);
            }
            case ResponseBody _ when headOnly -> response.write(true, ByteBuffer.allocate(0), this);
            case ResponseBody.Bytes part -> {
                BodyOutput out = new BodyOutput(response, settings);
                out.send(ByteBuffer.wrap(part.data(), part.offset(), part.length()));
                finish(out);
            }
            case ResponseBody.File file -> sendFile(file);
            case ResponseBody.Stream stream -> {
                BodyOutput out = new BodyOutput(response, settings);
                stream.writer().writeTo(out);
                finish(out);
            }
        }
    }

    private void sendFile(ResponseBody.File file) throws IOException {
        BodyOutput out = new BodyOutput(response, settings);
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BodyOutput.PIECE, Math.max(1, file.length())));
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long position = file.offset();
            long end = position + file.length();
            while (position < end) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
                int count = channel.read(buffer, position);
                if (count < 0) throw new IOException(file.path() + " became shorter while it was sent");
                position += count;
                out.send(buffer.flip());
            }
        }
        finish(out);
    }

    private void finish(BodyOutput out) {
        out.end(this);
        bytes = out.written();
    }

    private void addHeaders(Headers fields, ResponseBody content) {
        HttpFields.Mutable to = response.getHeaders();
        long length = length(content);
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.name(i);
            HttpHeader known = HttpHeader.CACHE.get(name);
            if (known == HttpHeader.DATE) {
                to.put(known, fields.value(i));
            } else if (known == null) {
                to.add(name, fields.value(i));
            } else if (known != HttpHeader.TRANSFER_ENCODING && !(known == HttpHeader.CONTENT_LENGTH && length >= 0)) {
                to.add(known, fields.value(i));
            }
        }
        if (length >= 0) {
            if (mayHaveBody(status)) to.put(HttpHeader.CONTENT_LENGTH, length);
        } else if (content instanceof ResponseBody.Stream && mustChunk(to)) {
            to.put(HttpHeader.TRANSFER_ENCODING, "chunked");
        }
    }

    /** The length known here, or -1 where the given header decides: a stream, or the head of an answer whose body was left out. */
    private long length(ResponseBody content) {
        return switch (content) {
            case ResponseBody.Bytes part when part.length() == 0 && "HEAD".equals(request.getMethod()) -> -1;
            case ResponseBody.Bytes part -> part.length();
            case ResponseBody.File file -> file.length();
            case ResponseBody.Stream _ -> -1;
        };
    }

    /** Else the end of the connection would be the end of the body, and a cut answer would look whole. */
    private boolean mustChunk(HttpFields to) {
        return mayHaveBody(status)
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && !to.contains(HttpHeader.CONTENT_LENGTH);
    }

    private static boolean mayHaveBody(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    /** Keeps this request out of the request log: a line was written for it already. */
    void logged() {
        logged = true;
    }

    boolean isLogged() {
        return logged;
    }

    /** The status given, or 0 before the answer. */
    int status() {
        return status;
    }

    /** Bytes of the body sent. */
    long bytes() {
        return bytes;
    }

    long beginNanos() {
        return request.getBeginNanoTime();
    }

    /** Cuts the connection, or the stream of an HTTP/2 connection. Harmless when all is over. */
    void cut(Throwable reason) {
        failed(new Cut(reason));
    }

    /** A failure that was dealt with; Jetty does not log it again. */
    static final class Cut extends IOException implements QuietException {
        private static final long serialVersionUID = 1;

        Cut(Throwable reason) {
            super("The exchange was cut", reason);
        }
    }

    @Override
    public void succeeded() {
        if (complete) return;
        complete = true;
        finish.finished(this, null);
        callback.succeeded();
    }

    @Override
    public void failed(Throwable x) {
        if (complete) return;
        complete = true;
        finish.finished(this, x);
        callback.failed(x);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    private Headers copyHeaders() {
        HttpFields fields = request.getHeaders();
        Headers.Builder builder = Headers.builder();
        for (HttpField field : fields) {
            String value = field.getValue();
            builder.add(field.getName(), value == null ? "" : value);
        }
        if (builder.get("Host") == null && request.getHttpURI().getHost() != null) {
            // HTTP/2 sends the host as :authority
            builder.add("Host", request.getHttpURI().getAuthority());
        }
        return builder.build();
    }

    private static InetSocketAddress inet(SocketAddress address) {
        return address instanceof InetSocketAddress inet ? inet : NOWHERE;
    }
}
