package quintet.orm;

/** A statement was stopped because it ran longer than it may: than the query's, the database's or the request's time. */
public class QueryTimeout extends OperationalError {
    private static final long serialVersionUID = 1;

    /** Says which statement. */
    public QueryTimeout(String message, Throwable cause) {
        super(message, cause);
    }
}
