package quintet.orm;

/** There is no such row. Django's {@code DoesNotExist}; unanswered, it becomes a page 404. */
public class DoesNotExist extends quintet.core.NotFound {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public DoesNotExist(String message) {
        super(message);
    }
}
