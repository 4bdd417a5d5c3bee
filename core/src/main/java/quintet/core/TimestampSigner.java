package quintet.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.Base62;
import quintet.core.internal.PythonNumbers;

/**
 * Signs texts with the time of signing: {@code value:time:signature}, equal to what Django's {@code TimestampSigner}
 * writes. An immutable value.
 */
public final class TimestampSigner {
    private static final String DEFAULT_SALT = "django.core.signing.TimestampSigner";

    private final Signer signer;
    private final Clock clock;

    private TimestampSigner(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** A signer with the current site's secret key and its fallbacks. */
    public static TimestampSigner ofSite() {
        return of(Signer.ofSite().salt(DEFAULT_SALT));
    }

    /** Adds the time to what this signer signs. */
    public static TimestampSigner of(Signer signer) {
        return new TimestampSigner(signer, Clock.systemUTC());
    }

    /** A signer with this key and Django's default salt. */
    public static TimestampSigner of(String key) {
        return of(Signer.of(key).salt(DEFAULT_SALT));
    }

    /** Separates what is signed for one purpose from another. */
    public TimestampSigner salt(String salt) {
        return new TimestampSigner(signer.salt(salt), clock);
    }

    /** Takes the time from this clock, for tests. */
    public TimestampSigner clock(Clock newClock) {
        return new TimestampSigner(signer, newClock);
    }

    /** The value with time and signature. */
    public String sign(String value) {
        return signer.sign(
                value + signer.separator() + Base62.encode(clock.instant().getEpochSecond()));
    }

    /** The value, however old. */
    public String unsign(String signed) {
        return unsign(signed, null);
    }

    /**
     * The value without time and signature.
     *
     * @param maxAge how old it may be; null for any age
     * @throws SignatureExpired if it is older
     * @throws BadSignature if it was changed
     */
    public String unsign(String signed, @Nullable Duration maxAge) {
        String stamped = signer.unsign(signed);
        int at = stamped.lastIndexOf(signer.separator());
        if (at < 0) {
            throw new BadSignature("No \"" + signer.separator() + "\" found in value");
        }
        long time = Base62.decode(stamped.substring(at + signer.separator().length()));
        if (maxAge != null) {
            double age = seconds(Duration.between(Instant.ofEpochSecond(time), clock.instant()));
            double limit = seconds(maxAge);
            if (age > limit) {
                throw new SignatureExpired("Signature age " + PythonNumbers.repr(age) + " > "
                        + (maxAge.toNanosPart() == 0
                                ? String.format(Locale.ROOT, "%d", maxAge.toSeconds())
                                : PythonNumbers.repr(limit))
                        + " seconds");
            }
        }
        return stamped.substring(0, at);
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.toNanosPart() / 1e9;
    }

    /** Signs a JSON value with the time. */
    public String signObject(@Nullable Object value, boolean compress) {
        return sign(Signer.encode(value, compress));
    }

    /** Reads what {@link #signObject} wrote. */
    public @Nullable Object unsignObject(String signed, @Nullable Duration maxAge) {
        return Signer.decode(unsign(signed, maxAge));
    }
}
