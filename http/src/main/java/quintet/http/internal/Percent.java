package quintet.http.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding and decoding as Python's urllib.parse does it. */
public final class Percent {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final String ALWAYS_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";

    /** The characters of a URL path segment that need no quoting when a URL is reversed (RFC 3986 pchar and the slash). */
    public static final BitSet PATH = safe("!$&'()*+,;=/~:@");

    /** Nothing but letters, digits and {@code _.-~}. */
    public static final BitSet NONE = safe("");

    private Percent() {}

    /** The set of unquoted characters: letters, digits, {@code _.-~} and these. */
    public static BitSet safe(String characters) {
        BitSet set = new BitSet(128);
        for (int i = 0; i < ALWAYS_SAFE.length(); i++) set.set(ALWAYS_SAFE.charAt(i));
        for (int i = 0; i < characters.length(); i++) {
            if (characters.charAt(i) < 128) set.set(characters.charAt(i));
        }
        return set;
    }

    /** Quotes the UTF-8 bytes of the text. */
    public static String quote(String text, BitSet safe) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !safe.get(c)) return quote(text.getBytes(StandardCharsets.UTF_8), safe, false);
        }
        return text;
    }

    /** Quotes the UTF-8 bytes of the text, spaces become plus signs. */
    public static String quotePlus(String text, BitSet safe) {
        return quotePlus(text.getBytes(StandardCharsets.UTF_8), safe);
    }

    /** Quotes bytes, spaces become plus signs. */
    public static String quotePlus(byte[] bytes, BitSet safe) {
        return quote(bytes, safe, true);
    }

    /** Quotes bytes. */
    public static String quote(byte[] bytes, BitSet safe, boolean plus) {
        StringBuilder out = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c < 128 && safe.get(c)) out.append((char) c);
            else if (plus && c == ' ') out.append('+');
            else appendByte(out, c);
        }
        return out.toString();
    }

    /** Appends {@code %XX}. */
    public static void appendByte(StringBuilder out, int b) {
        out.append('%').append(HEX[b >> 4]).append(HEX[b & 15]);
    }

    /** The value of a hexadecimal digit, or -1. */
    public static int hex(int c) {
        if (c >= '0' && c <= '9') return c - '0';
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * Decodes a name or value of a query string: plus signs are spaces, malformed escapes stay as they are, bytes that
     * are no text in this charset become U+FFFD.
     */
    public static String decodeForm(String text, int from, int to, Charset charset) {
        boolean escaped = false;
        boolean plus = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            escaped |= c == '%';
            plus |= c == '+';
        }
        String part = text.substring(from, to);
        if (plus) part = part.replace('+', ' ');
        return escaped ? unquote(part, charset) : part;
    }

    /** Decodes percent escapes; malformed ones stay as they are. */
    public static String unquote(String text, Charset charset) {
        if (text.indexOf('%') < 0) return text;
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int start = i;
            while (i < text.length() && text.charAt(i) < 128) i++;
            if (i > start) out.append(decode(unquoteBytes(text.substring(start, i)), charset));
            start = i;
            while (i < text.length() && text.charAt(i) >= 128) i++;
            out.append(text, start, i);
        }
        return out.toString();
    }

    /** Decodes percent escapes of an ASCII text to bytes; malformed ones stay as they are. */
    public static byte[] unquoteBytes(String ascii) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            int high = c == '%' && i + 2 < ascii.length() ? hex(ascii.charAt(i + 1)) : -1;
            int low = high >= 0 ? hex(ascii.charAt(i + 2)) : -1;
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }

    private static String decode(byte[] bytes, Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? Utf8.decodeReplacing(bytes) : new String(bytes, charset);
    }
}
