package quintet.http.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The value of a form field while it arrives. */
final class PartBytes {
    private final boolean base64;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PartBytes(boolean base64) {
        this.base64 = base64;
    }

    void write(byte[] data, int length) {
        bytes.write(data, 0, length);
    }

    /** The value; one that claims to be base64 but is not stays as it is. */
    String text(Charset charset) {
        byte[] data = bytes.toByteArray();
        if (base64) {
            try {
                data = decode(data);
            } catch (IllegalArgumentException e) {
                // sent as it is
            }
        }
        return charset.equals(StandardCharsets.UTF_8) ? Utf8.decodeReplacing(data) : new String(data, charset);
    }

    /**
     * Decodes base64, ignoring characters that do not belong to it.
     *
     * @throws IllegalArgumentException when characters are missing at its end
     */
    static byte[] decode(byte[] data) {
        byte[] kept = new byte[data.length];
        int length = 0;
        int padding = 0;
        for (byte b : data) {
            boolean digit =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '+' || b == '/';
            if (b == '=' && length % 4 >= 2 && length % 4 + ++padding >= 4) break;
            if (digit) {
                padding = 0;
                kept[length++] = b;
            }
        }
        if (length % 4 == 1 || length % 4 != 0 && length % 4 + padding < 4) {
            throw new IllegalArgumentException("Incorrect padding");
        }
        return Base64.getDecoder().decode(java.util.Arrays.copyOf(kept, length));
    }
}
