package quintet.core;

/** The site is set up wrongly. The message says what to change. Django's {@code ImproperlyConfigured}. */
public class ImproperlyConfigured extends RuntimeException {
    /** Creates one with a message. */
    public ImproperlyConfigured(String message) {
        super(message);
    }

    /** Creates one with a message and its cause. */
    public ImproperlyConfigured(String message, Throwable cause) {
        super(message, cause);
    }
}
