package quintet.orm;

/** Something was used that was not loaded, in a query with {@link FetchMode#RAISE}. Django's {@code FieldFetchBlocked}. */
public class FetchBlocked extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public FetchBlocked(String message) {
        super(message);
    }
}
