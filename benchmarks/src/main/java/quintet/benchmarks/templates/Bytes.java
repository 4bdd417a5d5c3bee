package quintet.benchmarks.templates;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The byte buffer of the hand-written pages: as little as it takes. */
final class Bytes {
    private static final byte[] AMP = utf8("&amp;");
    private static final byte[] LT = utf8("&lt;");
    private static final byte[] GT = utf8("&gt;");
    private static final byte[] QUOT = utf8("&quot;");
    private static final byte[] APOS = utf8("&#x27;");
    private static final int LONGEST = 6;

    private byte[] data;
    private int size;

    Bytes(int expected) {
        data = new byte[expected];
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (size + more > data.length) data = Arrays.copyOf(data, Math.max(size + more, data.length * 2));
    }

    Bytes raw(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, data, size, utf8.length);
        size += utf8.length;
        return this;
    }

    Bytes text(String text) {
        int length = text.length();
        room(length * LONGEST);
        byte[] out = data;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size = at;
                return beyondAscii(text, i);
            }
            switch (c) {
                case '&' -> at = copy(AMP, out, at);
                case '<' -> at = copy(LT, out, at);
                case '>' -> at = copy(GT, out, at);
                case '"' -> at = copy(QUOT, out, at);
                case '\'' -> at = copy(APOS, out, at);
                default -> out[at++] = (byte) c;
            }
        }
        size = at;
        return this;
    }

    /** Without surrogates, which the data of the benchmark has not. */
    private Bytes beyondAscii(String text, int from) {
        room((text.length() - from) * LONGEST);
        byte[] out = data;
        int at = size;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x800) {
                out[at++] = (byte) (0xe0 | c >> 12);
                out[at++] = (byte) (0x80 | c >> 6 & 0x3f);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else if (c >= 0x80) {
                out[at++] = (byte) (0xc0 | c >> 6);
                out[at++] = (byte) (0x80 | c & 0x3f);
            } else {
                switch (c) {
                    case '&' -> at = copy(AMP, out, at);
                    case '<' -> at = copy(LT, out, at);
                    case '>' -> at = copy(GT, out, at);
                    case '"' -> at = copy(QUOT, out, at);
                    case '\'' -> at = copy(APOS, out, at);
                    default -> out[at++] = (byte) c;
                }
            }
        }
        size = at;
        return this;
    }

    private static int copy(byte[] entity, byte[] out, int at) {
        System.arraycopy(entity, 0, out, at, entity.length);
        return at + entity.length;
    }

    Bytes number(long value) {
        room(20);
        long rest = value;
        if (rest < 0) {
            data[size++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long power = 10; digits < 19 && rest >= power; power *= 10) digits++;
        int at = size + digits;
        size = at;
        do {
            data[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    Bytes number(double value) {
        String text = Double.toString(value);
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) data[size++] = (byte) text.charAt(i);
        return this;
    }

    void to(Body body) {
        body.write(data, 0, size);
    }

    int size() {
        return size;
    }
}
