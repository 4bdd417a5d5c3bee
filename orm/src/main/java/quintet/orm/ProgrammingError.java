package quintet.orm;

/** The query cannot be right: a missing table, a wrong number of values. Django's {@code ProgrammingError}. */
public class ProgrammingError extends DatabaseException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public ProgrammingError(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public ProgrammingError(String message, Throwable cause) {
        super(message, cause);
    }
}
