package quintet.http.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import quintet.http.ResponseBody;

/** Gzip with a file name of random length in its head. */
public final class Gzip extends OutputStream {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_NAME = 100;

    private final OutputStream out;
    private final Deflater deflater = new Deflater(6, true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[4096];
    private long length;
    private boolean finished;

    private Gzip(OutputStream out) throws IOException {
        this.out = out;
        int name = RANDOM.nextInt(MAX_NAME);
        byte[] head = new byte[10 + (name > 0 ? name + 1 : 0)];
        head[0] = 0x1f;
        head[1] = (byte) 0x8b;
        head[2] = 8;
        head[3] = (byte) (name > 0 ? 8 : 0);
        head[9] = (byte) 255;
        for (int i = 0; i < name; i++) head[10 + i] = 'a';
        out.write(head);
    }

    /** Compresses bytes. */
    public static byte[] compress(byte[] data, int offset, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length / 3 + 128);
        try (Gzip gzip = new Gzip(bytes)) {
            gzip.write(data, offset, length);
        }
        return bytes.toByteArray();
    }

    /** Compresses what a writer writes; what it flushes reaches the client. */
    public static void stream(ResponseBody.Writer writer, OutputStream out) throws IOException {
        try (Gzip gzip = new Gzip(out)) {
            writer.writeTo(gzip);
        }
    }

    /** Compresses a part of a file. */
    public static void copy(ResponseBody.File file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file.path());
                Gzip gzip = new Gzip(out)) {
            in.skipNBytes(file.offset());
            byte[] chunk = new byte[16 * 1024];
            long left = file.length();
            while (left > 0) {
                int n = in.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (n < 0) throw new IOException("The file became shorter while it was sent: " + file.path());
                gzip.write(chunk, 0, n);
                left -= n;
            }
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int count) throws IOException {
        crc.update(data, offset, count);
        length += count;
        deflater.setInput(data, offset, count);
        while (!deflater.needsInput()) drain(Deflater.NO_FLUSH);
    }

    @Override
    public void flush() throws IOException {
        while (drain(Deflater.SYNC_FLUSH) == buffer.length) {
            // more than a buffer was waiting
        }
        out.flush();
    }

    private int drain(int mode) throws IOException {
        int n = deflater.deflate(buffer, 0, buffer.length, mode);
        out.write(buffer, 0, n);
        return n;
    }

    /** Ends the compressed data; the stream beneath stays open. */
    @Override
    public void close() throws IOException {
        if (finished) return;
        finished = true;
        try {
            deflater.finish();
            while (!deflater.finished()) drain(Deflater.NO_FLUSH);
            writeInt((int) crc.getValue());
            writeInt((int) length);
        } finally {
            deflater.end();
        }
    }

    private void writeInt(int value) throws IOException {
        out.write(new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)});
    }
}
