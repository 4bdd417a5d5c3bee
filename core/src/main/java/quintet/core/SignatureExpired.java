package quintet.core;

/** A signed value is older than allowed. Django's {@code SignatureExpired}. */
public final class SignatureExpired extends BadSignature {
    /** Creates one. */
    public SignatureExpired(String message) {
        super(message);
    }
}
