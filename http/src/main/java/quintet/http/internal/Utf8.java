package quintet.http.internal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 where what to do with malformed bytes matters. */
public final class Utf8 {
    private Utf8() {}

    /** Decodes; each maximal malformed part becomes one U+FFFD, a byte of an encoded surrogate each one. */
    public static String decodeReplacing(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) return text;
        StringBuilder out = new StringBuilder();
        decode(
                bytes,
                (part, from, to) -> {
                    boolean surrogate =
                            (part[from] & 0xff) == 0xED && from + 1 < part.length && (part[from + 1] & 0xff) >= 0xA0;
                    out.repeat('\uFFFD', surrogate ? to - from : 1);
                },
                out);
        return out.toString();
    }

    /** Decodes; malformed bytes appear percent-encoded, as Django's repercent_broken_unicode leaves them. */
    public static String decodeRepercenting(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) return text;
        StringBuilder out = new StringBuilder();
        decode(
                bytes,
                (part, from, to) -> {
                    for (int i = from; i < to; i++) Percent.appendByte(out, part[i] & 0xff);
                },
                out);
        return out.toString();
    }

    /**
     * Decodes strictly.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8
     */
    public static String decodeStrictly(byte[] bytes, int offset, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, offset, length))
                .toString();
    }

    @FunctionalInterface
    private interface Malformed {
        void found(byte[] bytes, int from, int to);
    }

    private static void decode(byte[] bytes, Malformed malformed, StringBuilder out) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, chars, true);
            out.append(chars.flip());
            chars.clear();
            if (!result.isError()) return;
            malformed.found(bytes, in.position(), in.position() + result.length());
            in.position(in.position() + result.length());
        }
    }
}
