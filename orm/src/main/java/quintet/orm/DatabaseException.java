package quintet.orm;

/** Something went wrong in the database; the message has the query. Django's {@code DatabaseError}. */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public DatabaseException(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
