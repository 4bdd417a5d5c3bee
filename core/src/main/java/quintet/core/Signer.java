package quintet.core;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.Compression;

/**
 * Signs texts so that a change is found: {@code value:signature}, equal to what Django's {@code Signer} writes. An
 * immutable value.
 */
public final class Signer {
    private static final Pattern UNSAFE_SEPARATOR = Pattern.compile("^[A-z0-9-_=]*$");
    private static final String DEFAULT_SALT = "django.core.signing.Signer";

    private final String key;
    private final List<String> fallbackKeys;
    private final String salt;
    private final String separator;
    private final String algorithm;

    private Signer(String key, List<String> fallbackKeys, String salt, String separator, String algorithm) {
        this.key = key;
        this.fallbackKeys = List.copyOf(fallbackKeys);
        this.salt = salt;
        this.separator = separator;
        this.algorithm = algorithm;
    }

    /** A signer with the current site's secret key and its fallbacks. */
    public static Signer ofSite() {
        Settings settings = Site.current().settings();
        if (settings.secretKey().isEmpty()) {
            throw new ImproperlyConfigured("Signing needs a secret key: set .secretKey(env.require(\"SECRET_KEY\")).");
        }
        return of(settings.secretKey()).fallbackKeys(settings.secretKeyFallbacks());
    }

    /** A signer with this key. */
    public static Signer of(String key) {
        return new Signer(key, List.of(), DEFAULT_SALT, ":", "sha256");
    }

    /** Former keys whose signatures are still accepted. */
    public Signer fallbackKeys(List<String> keys) {
        return new Signer(key, keys, salt, separator, algorithm);
    }

    /** Separates what is signed for one purpose from another; use one salt a purpose. */
    public Signer salt(String newSalt) {
        return new Signer(key, fallbackKeys, newSalt, separator, algorithm);
    }

    /**
     * What stands between value and signature. Default a colon.
     *
     * @throws IllegalArgumentException if it could be part of a signature
     */
    public Signer separator(String newSeparator) {
        if (UNSAFE_SEPARATOR.matcher(newSeparator).matches()) {
            throw new IllegalArgumentException(
                    "Unsafe Signer separator: '" + newSeparator + "' (cannot be empty or consist of only A-z0-9-_=)");
        }
        return new Signer(key, fallbackKeys, salt, newSeparator, algorithm);
    }

    /** The hash, as Python names it. Default {@code sha256}. */
    public Signer algorithm(String name) {
        return new Signer(key, fallbackKeys, salt, separator, name);
    }

    String separator() {
        return separator;
    }

    /** The signature alone. */
    public String signature(String value) {
        return signature(value, key);
    }

    private String signature(String value, String withKey) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Crypto.saltedHmac(salt + "signer", value, withKey, algorithm));
    }

    /** The value with its signature. */
    public String sign(String value) {
        return value + separator + signature(value);
    }

    /**
     * The value without its signature.
     *
     * @throws BadSignature if the signature is missing or wrong
     */
    public String unsign(String signed) {
        int at = signed.lastIndexOf(separator);
        if (at < 0) {
            throw new BadSignature("No \"" + separator + "\" found in value");
        }
        String value = signed.substring(0, at);
        String given = signed.substring(at + separator.length());
        List<String> keys = new ArrayList<>(fallbackKeys);
        keys.addFirst(key);
        for (String candidate : keys) {
            if (Crypto.constantTimeEquals(given, signature(value, candidate))) {
                return value;
            }
        }
        throw new BadSignature("Signature \"" + given + "\" does not match");
    }

    /** Signs a JSON value: its compact text, compressed if that is asked for and shorter, in URL-safe base 64. */
    public String signObject(@Nullable Object value, boolean compress) {
        return sign(encode(value, compress));
    }

    /**
     * Reads what {@link #signObject} wrote.
     *
     * @throws BadSignature if it was changed
     */
    public @Nullable Object unsignObject(String signed) {
        return decode(unsign(signed));
    }

    static String encode(@Nullable Object value, boolean compress) {
        byte[] data =
                Json.write(value, Json.Style.COMPACT_ASCII).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] packed = compress ? Compression.deflate(data) : data;
        boolean smaller = compress && packed.length < data.length - 1;
        return (smaller ? "." : "") + Base64.getUrlEncoder().withoutPadding().encodeToString(smaller ? packed : data);
    }

    static @Nullable Object decode(String text) {
        boolean compressed = text.startsWith(".");
        byte[] data = Base64.getUrlDecoder().decode(compressed ? text.substring(1) : text);
        byte[] json = compressed ? Compression.inflate(data) : data;
        return Json.read(new String(json, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
