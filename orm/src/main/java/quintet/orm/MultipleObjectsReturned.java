package quintet.orm;

/** More than one row where one was asked for. Django's {@code MultipleObjectsReturned}. */
public class MultipleObjectsReturned extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public MultipleObjectsReturned(String message) {
        super(message);
    }
}
