package quintet.orm;

/** A query that cannot be right: an unknown field or lookup, a value of the wrong type. The message names model, field and the nearest right spelling. Django's {@code FieldError} and its kin. */
public class QueryError extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** Creates one with a message. */
    public QueryError(String message) {
        super(message);
    }
}
