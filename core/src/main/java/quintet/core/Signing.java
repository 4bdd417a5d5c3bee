package quintet.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Signed, dated, URL-safe texts of JSON values, with the current site's key. Answers to
 * {@code django.core.signing.dumps} and {@code loads}.
 */
public final class Signing {
    private static final String DEFAULT_SALT = "django.core.signing";

    private Signing() {}

    /** Signs a JSON value. */
    public static String dumps(@Nullable Object value) {
        return dumps(value, DEFAULT_SALT, false);
    }

    /**
     * Signs a JSON value.
     *
     * @param salt one for each purpose
     * @param compress whether to pack it when that makes it shorter
     */
    public static String dumps(@Nullable Object value, String salt, boolean compress) {
        return TimestampSigner.ofSite().salt(salt).signObject(value, compress);
    }

    /**
     * Reads what {@link #dumps(Object)} wrote.
     *
     * @throws BadSignature if it was changed
     */
    public static @Nullable Object loads(String signed) {
        return loads(signed, DEFAULT_SALT, null);
    }

    /**
     * Reads what {@link #dumps(Object, String, boolean)} wrote.
     *
     * @param maxAge how old it may be; null for any age
     * @throws SignatureExpired if it is older
     * @throws BadSignature if it was changed
     */
    public static @Nullable Object loads(String signed, String salt, @Nullable Duration maxAge) {
        return TimestampSigner.ofSite().salt(salt).unsignObject(signed, maxAge);
    }
}
