package quintet.orm;

/** A transaction was used in a way it cannot be: from another thread, after an error, or as the outermost one where it is nested. */
public class TransactionError extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public TransactionError(String message) {
        super(message);
    }
}
