package quintet.orm;

/** An update found no row. Django's {@code NotUpdated}. */
public class NotUpdated extends DatabaseException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public NotUpdated(String message) {
        super(message);
    }
}
