package quintet.orm;

/** The database could not do it: gone away, out of space, locked, a syntax it does not know. Django's {@code OperationalError}. */
public class OperationalError extends DatabaseException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public OperationalError(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public OperationalError(String message, Throwable cause) {
        super(message, cause);
    }
}
