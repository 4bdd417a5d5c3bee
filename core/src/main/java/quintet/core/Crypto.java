package quintet.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes, random texts and comparison in constant time. Answers to {@code django.utils.crypto}. */
public final class Crypto {
    /** Letters and digits: 62 characters. */
    public static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> ALGORITHMS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");

    private Crypto() {}

    /**
     * An HMAC whose key is derived from a salt and a secret by hashing both.
     *
     * @param algorithm a hash's name as Python writes it, such as {@code sha256}
     * @throws IllegalArgumentException for an algorithm that is not offered
     */
    public static byte[] saltedHmac(String keySalt, String value, String secret, String algorithm) {
        String name = ALGORITHMS.get(algorithm.toLowerCase(Locale.ROOT));
        if (name == null) {
            throw new IllegalArgumentException(
                    "'" + algorithm + "' is not an algorithm accepted by hashlib. Choices are: "
                            + ALGORITHMS.keySet().stream().sorted().toList() + ".");
        }
        try {
            byte[] key = MessageDigest.getInstance(name).digest((keySalt + secret).getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("Hmac" + name.replace("-", ""));
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no " + name, e);
        }
    }

    /** Compares in a time that does not depend on where the texts differ. */
    public static boolean constantTimeEquals(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares in a time that does not depend on where the bytes differ. */
    public static boolean constantTimeEquals(byte[] a, byte[] b) {
        return MessageDigest.isEqual(a, b);
    }

    /** A random text of letters and digits from the secure source: about 5.95 bits a character. */
    public static String randomString(int length) {
        return randomString(length, ALPHANUMERIC);
    }

    /** A random text of these characters from the secure source. */
    public static String randomString(int length, String alphabet) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Random bytes from the secure source. */
    public static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
