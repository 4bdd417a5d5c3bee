package quintet.orm;

/** A constraint was violated: a duplicate key, a missing reference, a NULL. Django's {@code IntegrityError}. */
public class IntegrityError extends DatabaseException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public IntegrityError(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public IntegrityError(String message, Throwable cause) {
        super(message, cause);
    }
}
