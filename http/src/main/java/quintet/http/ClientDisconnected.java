package quintet.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The client has gone before its request was read or its answer was sent. Nobody is left to tell; the server logs it at debug level only. */
public final class ClientDisconnected extends IOException {
    private static final long serialVersionUID = 1;

    /** A disconnection with what the connection said, if anything. */
    public ClientDisconnected(@Nullable Throwable cause) {
        super("The client has closed the connection", cause);
    }
}
