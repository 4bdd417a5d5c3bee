package quintet.templates;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a render writes to: a growing buffer of UTF-8 bytes. Numbers and ASCII text go in without a detour over
 * strings. Not thread-safe; one render has one.
 */
public final class Output {
    private static final byte[][] ENTITIES = new byte[128][];
    private static final byte[] MIN_LONG = ascii("-9223372036854775808");

    static {
        ENTITIES['&'] = ascii("&amp;");
        ENTITIES['<'] = ascii("&lt;");
        ENTITIES['>'] = ascii("&gt;");
        ENTITIES['"'] = ascii("&quot;");
        ENTITIES['\''] = ascii("&#x27;");
    }

    private byte[] buffer;
    private int size;
    private final int limit;

    /**
     * An empty buffer.
     *
     * @param expected bytes to start with
     * @param limit bytes at most; more is a {@link TemplateException}
     */
    public Output(int expected, int limit) {
        this.buffer = new byte[Math.max(64, expected)];
        this.limit = limit;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Number of bytes written so far. */
    public int size() {
        return size;
    }

    private void ensure(int more) {
        int needed = size + more;
        if (needed < 0 || needed > limit) {
            throw new TemplateException("The output is larger than " + limit
                    + " bytes. Show less on one page, or raise the engine's maxOutput.");
        }
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(limit, Math.max(needed, buffer.length * 2L)));
        }
    }

    /**
     * Writes bytes that are UTF-8 already.
     *
     * @param utf8 the bytes
     */
    public void bytes(byte[] utf8) {
        ensure(utf8.length);
        System.arraycopy(utf8, 0, buffer, size, utf8.length);
        size += utf8.length;
    }

    /**
     * Writes text as it is.
     *
     * @param text any text
     */
    public void text(CharSequence text) {
        String s = text.toString();
        int length = s.length();
        if (length > 1 << 28) {
            ensure(length);
        }
        ensure(length * 3);
        byte[] out = buffer;
        int at = size;
        int i = 0;
        for (; i < length; i++) {
            char c = s.charAt(i);
            if (c >= 0x80) {
                break;
            }
            out[at++] = (byte) c;
        }
        size = i < length ? encode(s, i, at) : at;
    }

    /**
     * Writes text with the five characters of HTML escaped.
     *
     * @param text any text
     */
    public void escaped(CharSequence text) {
        String s = text.toString();
        int length = s.length();
        if (length > 1 << 28) {
            ensure(length);
        }
        ensure(length * 6);
        byte[] out = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c < 0x80) {
                byte[] entity = ENTITIES[c];
                if (entity == null) {
                    out[at++] = (byte) c;
                } else {
                    System.arraycopy(entity, 0, out, at, entity.length);
                    at += entity.length;
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(s.charAt(i + 1))) {
                at = point(out, at, Character.toCodePoint(c, s.charAt(++i)));
            } else {
                at = point(out, at, Character.isSurrogate(c) ? '?' : c);
            }
        }
        size = at;
    }

    private int encode(String s, int from, int start) {
        int at = start;
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < s.length() && Character.isLowSurrogate(s.charAt(i + 1))) {
                at = point(buffer, at, Character.toCodePoint(c, s.charAt(++i)));
            } else {
                at = point(buffer, at, Character.isSurrogate(c) ? '?' : c);
            }
        }
        return at;
    }

    private static int point(byte[] out, int start, int c) {
        int at = start;
        if (c < 0x80) {
            out[at++] = (byte) c;
        } else if (c < 0x800) {
            out[at++] = (byte) (0xc0 | c >> 6);
            out[at++] = (byte) (0x80 | c & 0x3f);
        } else if (c < 0x10000) {
            out[at++] = (byte) (0xe0 | c >> 12);
            out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
            out[at++] = (byte) (0x80 | c & 0x3f);
        } else {
            out[at++] = (byte) (0xf0 | c >> 18);
            out[at++] = (byte) (0x80 | c >> 12 & 0x3f);
            out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
            out[at++] = (byte) (0x80 | c & 0x3f);
        }
        return at;
    }

    /**
     * Writes a whole number in plain digits.
     *
     * @param number any number
     */
    public void number(long number) {
        if (number == Long.MIN_VALUE) {
            bytes(MIN_LONG);
            return;
        }
        ensure(20);
        long rest = number;
        if (rest < 0) {
            buffer[size++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long p = 10; digits < 19 && rest >= p; p *= 10) {
            digits++;
        }
        int at = size + digits;
        size = at;
        do {
            buffer[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    /**
     * Cuts off and returns what was written since a mark: the way to capture the output of a part.
     *
     * @param mark an earlier {@link #size()}
     * @return the text since then
     */
    public String take(int mark) {
        String text = since(mark);
        size = mark;
        return text;
    }

    /**
     * What was written since a mark, which stays written.
     *
     * @param mark an earlier {@link #size()}
     * @return the text since then
     */
    public String since(int mark) {
        return new String(buffer, mark, size - mark, StandardCharsets.UTF_8);
    }

    /** All bytes written so far, as a copy. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    /**
     * Copies all bytes to a stream.
     *
     * @param out the stream
     * @throws IOException from the stream
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(buffer, 0, size);
    }

    @Override
    public String toString() {
        return since(0);
    }
}
