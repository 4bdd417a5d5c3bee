package quintet.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a multipart body into its parts while it arrives. What stands before the first boundary and after the last one are
 * parts too.
 */
final class MultipartStream {
    private static final int SIZE = 64 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;

    /** Where the current part's data ends in the buffer: known once its boundary, or the end, is in the buffer. */
    private int partEnd = -1;

    /** Where the next part begins. */
    private int nextPart;

    private boolean started;

    MultipartStream(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
        this.buffer = new byte[SIZE];
    }

    /** Goes to the next part, skipping what is left of the current one. Returns whether there is one. */
    boolean nextPart() throws IOException {
        if (started) {
            byte[] rest = new byte[8192];
            while (read(rest) >= 0) {
                // what is left of the current part is not wanted
            }
            position = nextPart;
        }
        started = true;
        partEnd = -1;
        fill();
        return position < limit;
    }

    /** Reads data of the current part; -1 at its end. */
    int read(byte[] target) throws IOException {
        int end = safeEnd();
        if (end <= position) return -1;
        int length = Math.min(end - position, target.length);
        System.arraycopy(buffer, position, target, 0, length);
        position += length;
        return length;
    }

    /** The next bytes of the current part, at most {@code most} of them, without going on. */
    byte[] peek(int most) throws IOException {
        return Arrays.copyOfRange(buffer, position, Math.max(position, Math.min(safeEnd(), position + most)));
    }

    /** Goes over bytes that {@link #peek} has shown. */
    void skip(int bytes) {
        position += bytes;
    }

    /** Up to where data of this part is certain; equal to the position only at the part's end. */
    private int safeEnd() throws IOException {
        if (partEnd < 0) {
            fill();
            findEnd();
        }
        return partEnd >= 0 ? partEnd : limit - delimiter.length - 2;
    }

    private void findEnd() {
        int found = indexOfDelimiter();
        if (found < 0) {
            if (ended) {
                partEnd = limit;
                nextPart = limit;
            }
            return;
        }
        nextPart = found + delimiter.length;
        partEnd = found;
        if (partEnd > position && buffer[partEnd - 1] == '\n') partEnd--;
        if (partEnd > position && buffer[partEnd - 1] == '\r') partEnd--;
    }

    private int indexOfDelimiter() {
        int last = limit - delimiter.length;
        for (int i = position; i <= last; i++) {
            if (buffer[i] == '-' && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length))
                return i;
        }
        return -1;
    }

    /** Fills the buffer as far as the input goes, so that a header or boundary is never cut. */
    private void fill() throws IOException {
        if (ended || limit - position > SIZE / 2) return;
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < SIZE) {
            int n = in.read(buffer, limit, SIZE - limit);
            if (n < 0) {
                ended = true;
                return;
            }
            limit += n;
        }
    }
}
