package quintet.orm;

/** An object has no object at the other end of a one-to-one relation. Django's {@code RelatedObjectDoesNotExist}. */
public class RelatedDoesNotExist extends DoesNotExist {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public RelatedDoesNotExist(String message) {
        super(message);
    }
}
