package quintet.http;

/** The request is malformed; answered with 400, with one line in the log (Django's BadRequest). */
public class BadRequest extends RuntimeException {
    /** Says what is wrong, for the log and the developer. */
    public BadRequest(String message) {
        super(message);
    }

    /** Says what is wrong and what showed it. */
    public BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
