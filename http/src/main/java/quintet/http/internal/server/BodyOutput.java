package quintet.http.internal.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import quintet.http.ClientDisconnected;
import quintet.http.RequestRejected;
import quintet.http.ServerSettings;

/** Writes an answer in pieces, each at once on the wire when the buffer is full or flushed; waits for the client, but not for ever. */
final class BodyOutput extends OutputStream {
    /** Pieces of this size keep the pace measurable on large bodies, and are large enough to fill a socket buffer. */
    static final int PIECE = 64 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final Response response;
    private final Pace pace;
    private final Gate gate = new Gate();
    private byte @Nullable [] buffer;
    private int buffered;
    private long written;

    BodyOutput(Response response, ServerSettings settings) {
        this.response = response;
        pace = new Pace(settings);
    }

    /** Bytes given to the connection so far. */
    long written() {
        return written;
    }

    @Override
    public void write(int b) throws IOException {
        byte[] target = buffer();
        target[buffered++] = (byte) b;
        if (buffered == BUFFER) flush();
    }

    @Override
    public void write(byte[] data, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, data.length);
        if (length > BUFFER - buffered) flush();
        if (length >= BUFFER) {
            send(ByteBuffer.wrap(data, offset, length));
            return;
        }
        System.arraycopy(data, offset, buffer(), buffered, length);
        buffered += length;
    }

    @Override
    public void flush() throws IOException {
        if (buffered == 0) return;
        int length = buffered;
        buffered = 0;
        send(ByteBuffer.wrap(buffer(), 0, length));
    }

    /** Flushing is enough: the exchange ends the body. */
    @Override
    public void close() throws IOException {
        flush();
    }

    /** Sends the head now, so that a client sees the answer begin before the first piece. */
    void commit() throws IOException {
        await(ByteBuffer.allocate(0));
    }

    /** Sends what is left together with the end of the body and returns at once; the callback hears of the outcome. */
    void end(Callback callback) {
        ByteBuffer rest = buffered == 0 ? ByteBuffer.allocate(0) : ByteBuffer.wrap(buffer(), 0, buffered);
        written += buffered;
        response.write(true, rest, callback);
    }

    void send(ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            ByteBuffer piece = data.slice(data.position(), Math.min(PIECE, data.remaining()));
            data.position(data.position() + piece.remaining());
            await(piece);
        }
    }

    private void await(ByteBuffer piece) throws IOException {
        int size = piece.remaining();
        gate.arm();
        response.write(false, piece, gate);
        long begin = System.nanoTime();
        try {
            if (!gate.await(pace.left())) {
                throw new RequestRejected(408, "the client takes the answer too slowly, " + written + " bytes so far");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing the answer");
        }
        Throwable failure = gate.failure();
        if (failure != null) throw new ClientDisconnected(failure);
        pace.waited(System.nanoTime() - begin);
        pace.moved(size);
        written += size;
    }

    private byte[] buffer() {
        if (buffer == null) buffer = new byte[BUFFER];
        return buffer;
    }
}
