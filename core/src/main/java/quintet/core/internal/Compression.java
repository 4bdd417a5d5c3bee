package quintet.core.internal;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The zlib format. */
public final class Compression {
    /** What unpacking gives at the most, so that a small value cannot fill the memory. */
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private Compression() {}

    /** Packs at the default level. */
    public static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.length);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * Unpacks.
     *
     * @throws IllegalArgumentException if it is not zlib data, or far too much
     */
    public static byte[] inflate(byte[] data) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            ByteArrayOutputStream out = new ByteArrayOutputStream(data.length * 4);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalArgumentException("The compressed data ends early.");
                }
                out.write(buffer, 0, count);
                if (out.size() > MAX_BYTES) {
                    throw new IllegalArgumentException("The compressed data unpacks to more than 16 MiB.");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("Not compressed data.", e);
        } finally {
            inflater.end();
        }
    }
}
