package quintet.core;

/** Answers 404: what was asked for does not exist. Django's {@code Http404}. */
public class NotFound extends RuntimeException {
    /** Creates one with a message. */
    public NotFound(String message) {
        super(message);
    }

    /** Creates one with a message and its cause. */
    public NotFound(String message, Throwable cause) {
        super(message, cause);
    }
}
