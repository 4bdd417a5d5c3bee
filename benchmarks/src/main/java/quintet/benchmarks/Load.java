package quintet.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A load generator of one thread and many kept connections: it sends one request on each, then reads the answer of each. So
 * it costs two system calls a request, and the server always has several requests at hand. No pipelining.
 */
final class Load implements AutoCloseable {
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

    private final List<SocketChannel> connections = new ArrayList<>();
    private final ByteBuffer request;
    private final ByteBuffer input = ByteBuffer.allocateDirect(64 * 1024);

    Load(int port, String path, int count) throws IOException {
        String text = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n"
                + "User-Agent: bench\r\nAccept-Encoding: identity\r\n\r\n";
        request = ByteBuffer.allocateDirect(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.socket().setTcpNoDelay(true);
            connections.add(channel);
        }
    }

    /** Sends requests for this long and returns how many were answered. */
    long run(long nanos) throws IOException {
        long answered = 0;
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            for (SocketChannel connection : connections) {
                request.flip();
                while (request.hasRemaining()) connection.write(request);
            }
            for (SocketChannel connection : connections) {
                readAnswer(connection);
                answered++;
            }
        }
        return answered;
    }

    private void readAnswer(SocketChannel connection) throws IOException {
        input.clear();
        int whole = -1;
        while (whole < 0 || input.position() < whole) {
            if (connection.read(input) < 0) throw new IOException("The server closed the connection");
            if (whole < 0) whole = length();
        }
        if (input.get(9) != '2') throw new IOException("Not an answer with a 2xx status");
    }

    /** The length of head and body together, or -1 while the head is not complete. */
    private int length() throws IOException {
        int end = input.position();
        int bodyLength = -1;
        for (int i = 0; i + 3 < end; i++) {
            if (input.get(i) != '\r' || input.get(i + 1) != '\n') continue;
            if (input.get(i + 2) == '\r' && input.get(i + 3) == '\n') {
                if (bodyLength < 0) throw new IOException("The answer has no Content-Length");
                return i + 4 + bodyLength;
            }
            if (isLength(i + 2, end)) bodyLength = number(i + 2 + LENGTH.length);
        }
        return -1;
    }

    private boolean isLength(int at, int end) {
        if (at + LENGTH.length > end) return false;
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase((char) input.get(at + i)) != LENGTH[i]) return false;
        }
        return true;
    }

    private int number(int at) {
        int value = 0;
        for (int i = at; i < input.position() && Character.isDigit(input.get(i)); i++) {
            value = value * 10 + input.get(i) - '0';
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel connection : connections) connection.close();
    }
}
