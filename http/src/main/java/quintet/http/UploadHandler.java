package quintet.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.MemoryUpload;
import quintet.http.internal.TemporaryFileUpload;

/**
 * Takes the files of one request while they arrive (Django's FileUploadHandler). Several may stand in a row: each may pass
 * a chunk on, change it or keep it. One instance serves one request.
 */
public interface UploadHandler extends AutoCloseable {

    /** Makes a handler for a request. */
    @FunctionalInterface
    interface Factory {
        /**
         * A handler for one request.
         *
         * @param contentLength the length of the whole body in bytes, -1 if unknown
         */
        UploadHandler create(UploadSettings settings, long contentLength);
    }

    /** A file begins. Returns whether this handler takes it alone, so that the following ones do not see it. */
    boolean begin(UploadInfo info) throws IOException;

    /**
     * A piece of the current file.
     *
     * @return null when this handler kept it, else the piece to give to the next handler
     * @throws StopUpload to take no more of the body
     * @throws SkipFile to leave this file out
     */
    byte @Nullable [] chunk(byte[] bytes) throws IOException;

    /** The current file is complete. Returns it if this handler kept it, else null. */
    @Nullable
    UploadedFile complete(long size) throws IOException;

    /** Frees what a broken request left behind. */
    @Override
    default void close() throws IOException {}

    /** Keeps files in memory while the whole body is not longer than {@link UploadSettings#fileMemory()}. */
    static UploadHandler memory(UploadSettings settings, long contentLength) {
        return new MemoryUpload(settings, contentLength);
    }

    /** Writes files to {@link UploadSettings#folder()}. */
    static UploadHandler temporaryFile(UploadSettings settings, long contentLength) {
        return new TemporaryFileUpload(settings);
    }

    /** Thrown by a handler: the rest of the body is not wanted. */
    final class StopUpload extends RuntimeException {}

    /** Thrown by a handler: this file is not wanted, others may be. */
    final class SkipFile extends RuntimeException {}
}
