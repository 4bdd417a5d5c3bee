package quintet.http.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import quintet.http.ClientDisconnected;
import quintet.http.RequestRejected;
import quintet.http.ServerSettings;

/** The request body as a blocking stream that keeps the limits on size and pace. */
final class BodyInput extends InputStream {
    private final Request request;
    private final long limit;
    private final Pace pace;
    private final Gate gate = new Gate();
    private Content.@Nullable Chunk chunk;
    private @Nullable IOException failure;
    private long total;
    private boolean ended;

    BodyInput(Request request, ServerSettings settings) {
        this.request = request;
        limit = settings.maxBodySize();
        pace = new Pace(settings);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) return 0;
        Content.Chunk current = next();
        if (current == null) return -1;
        int count = current.get(target, offset, length);
        if (!current.hasRemaining()) release(current);
        return count;
    }

    @Override
    public int available() {
        Content.Chunk current = chunk;
        return current == null ? 0 : current.remaining();
    }

    /** Reads nothing more and frees what was read; the connection deals with the rest of the body. */
    @Override
    public void close() {
        Content.Chunk current = chunk;
        if (current != null) release(current);
        if (!ended && failure == null) failure = new IOException("The request body was closed before");
    }

    /** A chunk with bytes, or null at the end. */
    private Content.@Nullable Chunk next() throws IOException {
        if (failure != null) throw failure;
        while (chunk == null) {
            if (ended) return null;
            Content.Chunk read = request.read();
            if (read == null) {
                await();
            } else {
                take(read);
            }
        }
        return chunk;
    }

    private void take(Content.Chunk read) throws IOException {
        if (Content.Chunk.isFailure(read)) throw fail(translate(read.getFailure()));
        ended = read.isLast();
        total += read.remaining();
        pace.moved(read.remaining());
        if (read.hasRemaining()) {
            chunk = read;
        } else {
            read.release();
        }
        if (total > limit) {
            close();
            throw fail(new RequestRejected(413, "the request body is longer than " + limit + " bytes"));
        }
    }

    private void await() throws IOException {
        gate.arm();
        request.demand(gate);
        long begin = System.nanoTime();
        try {
            if (!gate.await(pace.left())) throw fail(slow());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw fail(new InterruptedIOException("interrupted while reading the request body"));
        }
        pace.waited(System.nanoTime() - begin);
    }

    private void release(Content.Chunk current) {
        chunk = null;
        ended |= current.isLast();
        current.release();
    }

    private IOException fail(IOException reason) {
        failure = reason;
        return reason;
    }

    private RequestRejected slow() {
        return new RequestRejected(408, "the request body came too slowly, " + total + " bytes so far");
    }

    private IOException translate(Throwable x) {
        if (x instanceof TimeoutException) return slow();
        // Jetty reports a malformed chunk as an early end, too; but then the client is still there.
        boolean clientThere =
                !request.getConnectionMetaData().getConnection().getEndPoint().isInputShutdown();
        if (x instanceof HttpException && clientThere) return new RequestRejected(400, "the request body is malformed");
        return new ClientDisconnected(x);
    }
}
