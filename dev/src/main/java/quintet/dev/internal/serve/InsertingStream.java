package quintet.dev.internal.serve;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts an element before the first {@code </body>} of HTML that flows through, without holding back more than the beginning
 * of such a tag. What has none, a fragment for instance, stays as it is.
 */
final class InsertingStream extends FilterOutputStream {
    private static final byte[] END = "</body>".getBytes(StandardCharsets.US_ASCII);

    private final byte[] element;
    private int matched;
    private boolean done;
    private final byte[] held = new byte[END.length];

    InsertingStream(OutputStream out, byte[] element) {
        super(out);
        this.element = element;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int written = offset;
        for (int at = offset; at < end && !done; at++) {
            if (Character.toLowerCase(bytes[at]) == END[matched]) {
                if (matched == 0) {
                    out.write(bytes, written, at - written);
                }
                held[matched++] = bytes[at];
                written = at + 1;
                if (matched == END.length) {
                    out.write(element);
                    release();
                    done = true;
                }
            } else if (matched > 0) {
                release();
                written = at;
                // The byte that does not fit may begin a tag itself.
                at--;
            }
        }
        out.write(bytes, written, end - written);
    }

    private void release() throws IOException {
        out.write(held, 0, matched);
        matched = 0;
    }

    /** Sends on what came, but for the beginning of a tag. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** What was held back is the end of the page. */
    void end() throws IOException {
        release();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        end();
        out.close();
    }
}
