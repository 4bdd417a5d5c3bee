package quintet.orm;

/** A deadlock or serialization failure: the same transaction may succeed when tried again. */
public class TransientError extends OperationalError {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public TransientError(String message) {
        super(message);
    }

    /** Creates one with a message and the driver's exception. */
    public TransientError(String message, Throwable cause) {
        super(message, cause);
    }
}
