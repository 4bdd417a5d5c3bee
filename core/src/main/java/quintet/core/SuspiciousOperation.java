package quintet.core;

/** Answers 400: the request does something a browser or honest client would not. Logged to {@code quintet.security}. Django's {@code SuspiciousOperation}. */
public class SuspiciousOperation extends RuntimeException {
    /** Creates one with a message. */
    public SuspiciousOperation(String message) {
        super(message);
    }

    /** Creates one with a message and its cause. */
    public SuspiciousOperation(String message, Throwable cause) {
        super(message, cause);
    }
}
