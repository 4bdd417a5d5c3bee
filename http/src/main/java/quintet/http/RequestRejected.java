package quintet.http;

import java.io.IOException;

/**
 * The request can not be taken as it was sent: too large, too slow or malformed. The server answers with {@link #status()}
 * and closes the connection when this leaves the {@link ServerHandler}.
 */
public final class RequestRejected extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    /**
     * A rejection.
     *
     * @param status the HTTP status to answer with, for example 413
     * @param message one sentence for the log; the client does not see it
     */
    public RequestRejected(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status to answer with: 400, 408 or 413. */
    public int status() {
        return status;
    }
}
