package quintet.http;

/** A cookie's name, value or attribute that can not be sent (Python's CookieError). */
public final class CookieException extends IllegalArgumentException {
    CookieException(String message) {
        super(message);
    }
}
