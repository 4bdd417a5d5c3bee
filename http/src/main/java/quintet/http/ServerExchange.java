package quintet.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;

/**
 * One request as the server received it, and the way to answer it. This is what a server adapter gives to the {@link
 * ServerHandler}; sites work with requests and responses, which are built on top.
 *
 * <p>Everything here is as sent by the peer. Proxy headers such as {@code X-Forwarded-Proto} are not interpreted.
 */
public interface ServerExchange {

    /** The method as sent, for example {@code GET}. A token: never empty, never with spaces. */
    String method();

    /** The path and the query as sent, still percent-encoded, for example {@code /books/?page=2}; {@code *} for OPTIONS *. */
    String rawTarget();

    /** The protocol, for example {@code HTTP/1.1} or {@code HTTP/2.0}. */
    String protocol();

    /** Whether this connection itself is encrypted. */
    boolean secure();

    /** {@code https} on an encrypted connection, else {@code http}. */
    String scheme();

    /** The other end of the connection; behind a proxy this is the proxy. */
    InetSocketAddress remote();

    /** This end of the connection. */
    InetSocketAddress local();

    /** The request headers in the order sent. An HTTP/2 {@code :authority} appears as {@code Host}. */
    Headers headers();

    /**
     * The request body as a blocking stream, empty when there is none. A read fails with {@link RequestRejected} when the
     * body is longer than the server allows (413), comes slower than it allows (408) or is malformed (400), and with
     * {@link ClientDisconnected} when the client has gone.
     */
    InputStream body();

    /** The length of the body in bytes: 0 without a body, -1 when the client did not say (chunked). */
    long contentLength();

    /**
     * Sends the answer, all of it, and returns when the body was taken over: small bodies are written in one piece
     * together with the head, streams are written as they come by the calling thread. May be called once.
     *
     * <p>The adapter adds {@code Date} and, where the length is known, {@code Content-Length}; for HEAD and for statuses
     * without a body it sends the head alone.
     *
     * @throws ClientDisconnected when the client has gone
     * @throws RequestRejected when it takes the answer slower than the server allows
     * @throws IOException when the source of the body fails; in all three cases the connection is cut
     * @throws IllegalStateException when an answer was given before
     */
    void respond(int status, Headers headers, ResponseBody body) throws IOException;
}
