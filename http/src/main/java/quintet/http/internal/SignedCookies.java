package quintet.http.internal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.BadSignature;
import quintet.core.Site;
import quintet.core.TimestampSigner;
import quintet.http.Request;

/** Values in cookies that a client can read but not forge. */
public final class SignedCookies {
    private SignedCookies() {}

    /** Signs a value for a cookie of this name, as the site's Django version does. */
    public static String sign(Site site, String name, String value, String salt) {
        boolean prefixed = site.settings().djangoVersion().prefixedCookieSalt();
        return site.call(() -> signer(prefixed ? salt(name, salt) : name + salt).sign(value));
    }

    /** Reads a signed cookie; empty if it is missing, forged or too old. */
    public static Optional<String> read(
            Request request, boolean legacy, String name, String salt, @Nullable Duration maxAge) {
        String signed = request.cookie(name);
        if (signed == null) return Optional.empty();
        Site site = request.site();
        boolean prefixed = site.settings().djangoVersion().prefixedCookieSalt();
        return site.call(() -> {
            try {
                return Optional.of(signer(salt(name, salt)).unsign(signed, maxAge));
            } catch (BadSignature e) {
                if (!legacy && prefixed) return Optional.empty();
            }
            try {
                return Optional.of(signer(name + salt).unsign(signed, maxAge));
            } catch (BadSignature e) {
                return Optional.empty();
            }
        });
    }

    private static TimestampSigner signer(String salt) {
        return TimestampSigner.ofSite().salt(salt);
    }

    private static String salt(String name, String salt) {
        return "django.http.cookies.v2:" + salt.codePointCount(0, salt.length()) + ":" + salt + name;
    }
}
