package quintet.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The body of an answer, in the form that costs least to send. */
public sealed interface ResponseBody {

    /** No body. */
    ResponseBody EMPTY = new Bytes(new byte[0], 0, 0);

    /** A body that is all of {@code data}. The array must not change afterwards. */
    static ResponseBody of(byte[] data) {
        return data.length == 0 ? EMPTY : new Bytes(data, 0, data.length);
    }

    /**
     * Bytes in memory; the array must not change afterwards.
     *
     * @param data holds the bytes
     * @param offset where they begin
     * @param length how many there are
     */
    @SuppressWarnings("ArrayRecordComponent") // a body is never compared, and a copy would cost on each request
    record Bytes(byte[] data, int offset, int length) implements ResponseBody {
        /** Checks the range. */
        public Bytes {
            java.util.Objects.checkFromIndexSize(offset, length, data.length);
        }
    }

    /**
     * A part of a file, sent without reading it into memory at once.
     *
     * @param path the file
     * @param offset where the part begins, in bytes
     * @param length its length in bytes
     */
    record File(Path path, long offset, long length) implements ResponseBody {
        /** Checks the range. */
        public File {
            if (offset < 0 || length < 0) {
                throw new IllegalArgumentException(
                        "A file part begins at 0 or later and is not shorter than 0 bytes, but " + "offset=" + offset
                                + " and length=" + length + " were given.");
            }
        }
    }

    /**
     * A body written while it is sent. Give a {@code Content-Length} header if the length is known, else it is sent in
     * chunks.
     *
     * @param writer writes it, on the thread that called {@link ServerExchange#respond}
     */
    record Stream(Writer writer) implements ResponseBody {}

    /** Writes a body piece by piece. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes the whole body. What was written reaches the client at each {@link OutputStream#flush()}, and when the
         * buffer is full; closing is not needed. An exception cuts the connection, so that the client does not take
         * the part it has for the whole.
         *
         * @throws IOException when the client has gone or the source of the body fails
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
