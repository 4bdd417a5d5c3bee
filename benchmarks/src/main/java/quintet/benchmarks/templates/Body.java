package quintet.benchmarks.templates;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where renders go: takes byte arrays as a response would, which hands them to the network without another copy. It counts
 * them, and keeps them only while outputs are compared.
 */
final class Body extends OutputStream {
    private long length;
    private @Nullable ByteArrayOutputStream kept;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] data, int offset, int count) {
        length += count;
        if (kept != null) kept.write(data, offset, count);
    }

    /** Bytes taken so far. */
    long length() {
        return length;
    }

    /** Keeps what comes from here on. */
    void keep() {
        kept = new ByteArrayOutputStream();
    }

    /** What came since {@link #keep}, which ends with this. */
    byte[] taken() {
        byte[] all = kept == null ? new byte[0] : kept.toByteArray();
        kept = null;
        return all;
    }
}
