package quintet.http.internal.statics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that carry a hash of the content: {@code css/site.css} becomes {@code css/site.0123456789ab.css}. */
public final class Hashing {
    private static final int DIGITS = 12;

    private Hashing() {}

    /** The first digits of the content's MD5, which only has to differ when the content does. */
    public static String hash(byte[] content) {
        return HexFormat.of().formatHex(md5(content)).substring(0, DIGITS);
    }

    /** The name with the hash before its last ending. */
    public static String name(String name, String hash) {
        int slash = name.lastIndexOf('/');
        int dot = name.lastIndexOf('.');
        // A dot that begins the file name is no ending, as in Python.
        boolean ending =
                dot > slash + 1 && !name.substring(slash + 1, dot).chars().allMatch(c -> c == '.');
        return ending ? name.substring(0, dot) + "." + hash + name.substring(dot) : name + "." + hash;
    }

    /** The hash a manifest carries for all its entries together. */
    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] md5(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException x) {
            throw new IllegalStateException(x);
        }
    }
}
