package quintet.core.internal.i18n;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads compiled gettext catalogues. */
public final class MoReader {
    private static final int MAGIC = 0x950412de;

    private MoReader() {}

    /**
     * Reads a whole file.
     *
     * @param data its bytes
     * @param file its name, for messages
     * @return the catalogue
     */
    public static Catalog read(byte[] data, String file) {
        ByteBuffer in = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        if (data.length < 20 || (in.getInt(0) != MAGIC && Integer.reverseBytes(in.getInt(0)) != MAGIC)) {
            throw new IllegalArgumentException(file + " is not a gettext .mo file; compile it with msgfmt.");
        }
        if (in.getInt(0) != MAGIC) {
            in.order(ByteOrder.BIG_ENDIAN);
        }
        int count = in.getInt(8);
        int originals = in.getInt(12);
        int translations = in.getInt(16);
        Catalog.Builder out = new Catalog.Builder();
        try {
            for (int i = 0; i < count; i++) {
                String key = text(in, data, originals + 8 * i);
                String value = text(in, data, translations + 8 * i);
                int zero = key.indexOf('\0');
                out.add(zero < 0 ? key : key.substring(0, zero), value.split("\0", -1), file);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(file + " is cut off or damaged; compile it anew with msgfmt.", e);
        }
        return out.build();
    }

    private static String text(ByteBuffer in, byte[] data, int entry) {
        int length = in.getInt(entry);
        int offset = in.getInt(entry + 4);
        return new String(data, offset, length, StandardCharsets.UTF_8);
    }
}
