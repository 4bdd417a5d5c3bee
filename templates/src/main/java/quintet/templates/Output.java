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
    private static final int ASCII = 0x80;
    private static final byte[][] ENTITIES = new byte[ASCII][];
    private static final int LONGEST_ENTITY = 6;
    private static final double MAX_SHORT = 1e9;
    private static final long MAX_DIGITS = 1_000_000_000_000_000L;
    private static final int MAX_PLACES = 6;
    private static final byte[] MIN_LONG = ascii("-9223372036854775808");

    /** The digits of 00 to 99, one pair after the other. */
    private static final byte[] PAIRS = new byte[200];

    static {
        ENTITIES['&'] = ascii("&amp;");
        ENTITIES['<'] = ascii("&lt;");
        ENTITIES['>'] = ascii("&gt;");
        ENTITIES['"'] = ascii("&quot;");
        ENTITIES['\''] = ascii("&#x27;");
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
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
        this.buffer = new byte[Math.min(Math.max(64, expected), Math.max(0, limit))];
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
        if (more > buffer.length - size) {
            grow(more);
        }
    }

    private void grow(int more) {
        long needed = (long) size + more;
        if (needed > limit) {
            throw new TemplateException("The output is larger than " + limit
                    + " bytes. Show less on one page, or raise the engine's maxOutput.");
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(limit, Math.max(needed, buffer.length * 2L)));
    }

    /**
     * Writes bytes that are UTF-8 already.
     *
     * @param utf8 the bytes
     */
    public void bytes(byte[] utf8) {
        int length = utf8.length;
        ensure(length);
        System.arraycopy(utf8, 0, buffer, size, length);
        size += length;
    }

    /**
     * Writes text as it is.
     *
     * @param text any text
     */
    public void text(CharSequence text) {
        text(text.toString());
    }

    private void text(String s) {
        int length = s.length();
        ensure(length);
        byte[] out = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c >= ASCII) {
                size = at + i;
                wide(s, i, false);
                return;
            }
            out[at + i] = (byte) c;
        }
        size = at + length;
    }

    /**
     * Writes text with the five characters of HTML escaped.
     *
     * @param text any text
     */
    public void escaped(CharSequence text) {
        escaped(text.toString());
    }

    /** As long as nothing needs to be escaped, each character is one byte; the rest is for {@link #wide}. */
    private void escaped(String s) {
        int length = s.length();
        ensure(length);
        byte[] out = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c >= ASCII || ENTITIES[c] != null) {
                size = at + i;
                wide(s, i, true);
                return;
            }
            out[at + i] = (byte) c;
        }
        size = at + length;
    }

    /** Writes the rest of a text that holds more than plain ASCII. */
    private void wide(String s, int from, boolean escape) {
        int length = s.length();
        long most = (long) (length - from) * LONGEST_ENTITY;
        ensure(most <= buffer.length - size ? (int) most : exactly(s, from, escape));
        byte[] out = buffer;
        int at = size;
        for (int i = from; i < length; i++) {
            char c = s.charAt(i);
            if (c < ASCII) {
                byte[] entity = escape ? ENTITIES[c] : null;
                if (entity == null) {
                    out[at++] = (byte) c;
                } else {
                    for (byte b : entity) {
                        out[at++] = b;
                    }
                }
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(s.charAt(i + 1))) {
                at = point(out, at, Character.toCodePoint(c, s.charAt(++i)));
            } else {
                at = point(out, at, Character.isSurrogate(c) ? '?' : c);
            }
        }
        size = at;
    }

    /** The number of bytes of the rest of a text; capped, as more does not fit anyway. */
    private static int exactly(String s, int from, boolean escape) {
        long bytes = 0;
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c < ASCII) {
                byte[] entity = escape ? ENTITIES[c] : null;
                bytes += entity == null ? 1 : entity.length;
            } else {
                // a surrogate pair takes four bytes: as many as two for each half
                bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static int point(byte[] out, int start, int c) {
        int at = start;
        if (c < ASCII) {
            out[at++] = (byte) c;
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
        ensure(20);
        long rest = number;
        if (rest < 0) {
            if (rest == Long.MIN_VALUE) {
                bytes(MIN_LONG);
                return;
            }
            buffer[size++] = '-';
            rest = -rest;
        }
        if (rest <= Integer.MAX_VALUE) {
            size = digits(buffer, size + length((int) rest), (int) rest);
            return;
        }
        int digits = 10;
        for (long power = 10_000_000_000L; digits < 19 && rest >= power; power *= 10) {
            digits++;
        }
        int end = size + digits;
        int at = end;
        while (rest > Integer.MAX_VALUE) {
            int pair = (int) (rest % 100) * 2;
            rest /= 100;
            buffer[--at] = PAIRS[pair + 1];
            buffer[--at] = PAIRS[pair];
        }
        digits(buffer, at, (int) rest);
        size = end;
    }

    private static int length(int n) {
        if (n < 10_000) {
            return n < 100 ? n < 10 ? 1 : 2 : n < 1000 ? 3 : 4;
        }
        if (n < 1_000_000) {
            return n < 100_000 ? 5 : 6;
        }
        return n < 100_000_000 ? n < 10_000_000 ? 7 : 8 : n < 1_000_000_000 ? 9 : 10;
    }

    /** Writes digits that end before a place, and returns the place. */
    private static int digits(byte[] out, int end, int number) {
        int at = end;
        int rest = number;
        while (rest >= 100) {
            int pair = rest % 100 * 2;
            rest /= 100;
            out[--at] = PAIRS[pair + 1];
            out[--at] = PAIRS[pair];
        }
        if (rest >= 10) {
            out[--at] = PAIRS[rest * 2 + 1];
            out[--at] = PAIRS[rest * 2];
        } else {
            out[--at] = (byte) ('0' + rest);
        }
        return end;
    }

    /**
     * Writes a floating-point number as Python prints it, {@code 12.5} or {@code 3.0}, if it has at most fifteen digits
     * and six of them after the point; other numbers are left to the caller.
     *
     * @param number any number
     * @return false if nothing was written
     */
    public boolean number(double number) {
        double magnitude = Math.abs(number);
        if (!(magnitude < MAX_SHORT)) {
            return false;
        }
        // A decimal of up to 15 digits that reads as this very number is its shortest form.
        long scale = 10;
        for (int places = 1; places <= MAX_PLACES; places++, scale *= 10) {
            long scaled = Math.round(magnitude * scale);
            if (scaled < MAX_DIGITS && (double) scaled / scale == magnitude) {
                if (number < 0 || 1 / number < 0) {
                    ensure(1);
                    buffer[size++] = '-';
                }
                number(scaled / scale);
                fraction((int) (scaled % scale), places);
                return true;
            }
        }
        return false;
    }

    private void fraction(int fraction, int places) {
        ensure(places + 1);
        buffer[size] = '.';
        int rest = fraction;
        for (int at = size + places; at > size; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += places + 1;
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

    /**
     * The array that holds the bytes, for handing them on without a copy: the first {@link #size()} ones are the output.
     * Write nothing after this.
     */
    public byte[] array() {
        return buffer;
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
