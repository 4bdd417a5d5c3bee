package quintet.core;

/** Answers 403: the user may not do this. Django's {@code PermissionDenied}. */
public class PermissionDenied extends RuntimeException {
    /** Creates one with a message. */
    public PermissionDenied(String message) {
        super(message);
    }

    /** Creates one with a message and its cause. */
    public PermissionDenied(String message, Throwable cause) {
        super(message, cause);
    }
}
