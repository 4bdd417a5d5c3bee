package quintet.orm;

/** A value does not fit: a number out of range, a text too long. Django's {@code DataError}. */
public class DataError extends DatabaseException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public DataError(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public DataError(String message, Throwable cause) {
        super(message, cause);
    }
}
