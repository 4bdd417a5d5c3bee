package quintet.core;

/** A signed value was changed, or signed with another key. Django's {@code BadSignature}. */
public class BadSignature extends RuntimeException {
    /** Creates one; the message must not hold a valid signature. */
    public BadSignature(String message) {
        super(message);
    }
}
