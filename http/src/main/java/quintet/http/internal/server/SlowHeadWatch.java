package quintet.http.internal.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import quintet.http.ServerSettings;

/**
 * Cuts connections that take too long for a request head. Idle timeouts do not: they begin anew with each byte, so that a
 * client sending one byte every two seconds stays for ever. Looks at all connections a few times within the deadline, which
 * costs requests nothing.
 */
final class SlowHeadWatch implements Runnable {
    private static final byte[] TIMEOUT =
            "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final long LONGEST_TICK = TimeUnit.SECONDS.toMillis(1);

    private final ServerConnector connector;
    private final RequestLog requestLog;
    private final Admission admission;
    private final long headNanos;
    private final long idleNanos;
    private final long tickMillis;

    /** Connections that are between requests or in a head: how many requests they had begun, and since when they are so. */
    private IdentityHashMap<Connection, Quiet> quiet = new IdentityHashMap<>();

    private record Quiet(long messages, boolean head, long since) {}

    SlowHeadWatch(ServerConnector connector, ServerSettings settings, RequestLog requestLog, Admission admission) {
        this.connector = connector;
        this.requestLog = requestLog;
        this.admission = admission;
        headNanos = settings.headerTimeout().toNanos();
        idleNanos = settings.idleTimeout().toNanos();
        tickMillis = Math.clamp(settings.headerTimeout().toMillis() / 4, 10, LONGEST_TICK);
    }

    void start() {
        connector.getScheduler().schedule(this, tickMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        if (!connector.isRunning()) return;
        try {
            sweep(System.nanoTime());
        } finally {
            start();
        }
    }

    private void sweep(long now) {
        IdentityHashMap<Connection, Quiet> next = new IdentityHashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Connection connection = innermost(endPoint);
            if (connection == null) continue;
            switch (connection) {
                case HttpConnection http -> http1(http, now, next);
                case HTTP2Connection http2 when http2.getSession().getStreams().isEmpty() -> quiet(http2, now, next);
                case HTTP2Connection _ -> {} // its requests have deadlines of their own
                default -> quiet(connection, now, next); // TLS handshake, choice of protocol
            }
        }
        quiet = next;
    }

    private void http1(HttpConnection connection, long now, IdentityHashMap<Connection, Quiet> next) {
        HttpParser parser = connection.getParser();
        if (parser.isState(HttpParser.State.START)) {
            quiet(connection, now, next);
        } else if (parser.inHeaderState() && lasts(connection, true, headNanos, now, next)) {
            rejected(connection, "the request head was not complete in time");
            EndPoint endPoint = connection.getEndPoint();
            endPoint.write(Callback.from(endPoint::close, endPoint::close), ByteBuffer.wrap(TIMEOUT));
        }
    }

    private void quiet(Connection connection, long now, IdentityHashMap<Connection, Quiet> next) {
        long limit = connection.getMessagesIn() <= 0 ? headNanos : idleNanos;
        if (lasts(connection, false, limit, now, next)) connection.getEndPoint().close();
    }

    /**
     * Whether a connection was found in the same state at each look for longer than the limit. The parser's own clock would
     * not do: it is written by another thread, and a stale value would cut an honest client.
     */
    private boolean lasts(
            Connection connection, boolean head, long limit, long now, IdentityHashMap<Connection, Quiet> next) {
        long messages = connection.getMessagesIn();
        Quiet before = quiet.get(connection);
        if (before == null || before.messages != messages || before.head != head) {
            next.put(connection, new Quiet(messages, head, now));
            return false;
        }
        next.put(connection, before);
        return now - before.since > limit;
    }

    private void rejected(Connection connection, String reason) {
        admission.rejected();
        requestLog.rejected(connection.getEndPoint().getRemoteSocketAddress(), 408, reason);
    }

    private static @Nullable Connection innermost(EndPoint endPoint) {
        Connection connection = endPoint.getConnection();
        if (!(connection instanceof SslConnection ssl)) return connection;
        Connection inner = ssl.getSslEndPoint().getConnection();
        return inner == null ? connection : inner;
    }
}
