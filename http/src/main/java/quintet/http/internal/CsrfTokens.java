package quintet.http.internal;

import org.jspecify.annotations.Nullable;
import quintet.core.Crypto;

/** The secrets and masked tokens against forged requests, equal to Django's. */
public final class CsrfTokens {
    /** The length of a secret. */
    public static final int SECRET_LENGTH = 32;

    /** The length of a token: a mask and the masked secret. */
    public static final int TOKEN_LENGTH = 64;

    private static final String ALPHABET = Crypto.ALPHANUMERIC;

    private CsrfTokens() {}

    /** A new secret. */
    public static String newSecret() {
        return Crypto.randomString(SECRET_LENGTH, ALPHABET);
    }

    /** A token of this secret, different each time. */
    public static String mask(String secret) {
        return mask(secret, newSecret());
    }

    /** The token of this secret with this mask. */
    public static String mask(String secret, String mask) {
        StringBuilder out = new StringBuilder(TOKEN_LENGTH).append(mask);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            out.append(ALPHABET.charAt((index(secret, i) + index(mask, i)) % ALPHABET.length()));
        }
        return out.toString();
    }

    /** The secret in a token. */
    public static String unmask(String token) {
        StringBuilder out = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            int shift = index(token, SECRET_LENGTH + i) - index(token, i);
            out.append(ALPHABET.charAt(Math.floorMod(shift, ALPHABET.length())));
        }
        return out.toString();
    }

    private static int index(String text, int at) {
        return ALPHABET.indexOf(text.charAt(at));
    }

    /** What is wrong with the form of a token or secret, or null. */
    public static @Nullable String problem(String token) {
        if (token.length() != TOKEN_LENGTH && token.length() != SECRET_LENGTH) return "has incorrect length";
        for (int i = 0; i < token.length(); i++) {
            if (ALPHABET.indexOf(token.charAt(i)) < 0) return "has invalid characters";
        }
        return null;
    }

    /** The secret of a well-formed cookie: old Django versions stored it masked. */
    public static String secretOf(String cookie) {
        return cookie.length() == TOKEN_LENGTH ? unmask(cookie) : cookie;
    }

    /** Whether a well-formed token belongs to this secret. */
    public static boolean matches(String token, String secret) {
        return Crypto.constantTimeEquals(secretOf(token), secret);
    }
}
