package quintet.http.internal;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import quintet.http.UploadHandler;
import quintet.http.UploadInfo;
import quintet.http.UploadSettings;
import quintet.http.UploadedFile;

/** Keeps files in memory when the whole body is small. */
public final class MemoryUpload implements UploadHandler {
    private final boolean active;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable UploadInfo info;

    /** A body of unknown length is left to the handlers that follow. */
    public MemoryUpload(UploadSettings settings, long contentLength) {
        active = contentLength >= 0 && contentLength <= settings.fileMemory();
    }

    @Override
    public boolean begin(UploadInfo newFile) {
        info = newFile;
        bytes.reset();
        return active;
    }

    @Override
    public byte @Nullable [] chunk(byte[] chunk) {
        if (!active) return chunk;
        bytes.writeBytes(chunk);
        return null;
    }

    @Override
    public @Nullable UploadedFile complete(long size) {
        return active && info != null ? UploadedFile.inMemory(info, bytes.toByteArray()) : null;
    }
}
