package quintet.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;

/** Header values with any text in them. */
public final class HeaderText {
    private static final BitSet Q_SAFE = new BitSet(128);

    static {
        for (char c = '0'; c <= '9'; c++) Q_SAFE.set(c);
        for (char c = 'a'; c <= 'z'; c++) Q_SAFE.set(c);
        for (char c = 'A'; c <= 'Z'; c++) Q_SAFE.set(c);
        for (char c : "-!*+/".toCharArray()) Q_SAFE.set(c);
    }

    private HeaderText() {}

    /** The value as it can be sent: beyond ISO-8859-1 as a MIME encoded word, the shorter of its two forms. */
    public static String encode(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 255) return encodedWord(value.getBytes(StandardCharsets.UTF_8));
        }
        return value;
    }

    private static String encodedWord(byte[] bytes) {
        int quoted = 0;
        for (byte b : bytes) quoted += b >= 0 && (Q_SAFE.get(b) || b == ' ') ? 1 : 3;
        if ((bytes.length + 2) / 3 * 4 < quoted) {
            return "=?utf-8?b?" + Base64.getEncoder().encodeToString(bytes) + "?=";
        }
        StringBuilder out = new StringBuilder("=?utf-8?q?");
        for (byte b : bytes) {
            if (b == ' ') out.append('_');
            else if (b >= 0 && Q_SAFE.get(b)) out.append((char) b);
            else out.append(String.format("=%02X", b & 0xff));
        }
        return out.append("?=").toString();
    }
}
