package quintet.http;

import quintet.core.CommandError;

/** The server can not start; the message is one sentence that says why and what to do about it. */
public final class ServerStartException extends CommandError {
    private static final long serialVersionUID = 1;

    /** A failure with the sentence to show and its cause. */
    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
