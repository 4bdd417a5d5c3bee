package quintet.http.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import quintet.http.UploadHandler;
import quintet.http.UploadInfo;
import quintet.http.UploadSettings;
import quintet.http.UploadedFile;

/** Writes files into a folder for temporary files. */
public final class TemporaryFileUpload implements UploadHandler {
    private final UploadSettings settings;
    private @Nullable UploadInfo info;
    private @Nullable Path path;
    private @Nullable OutputStream out;

    /** Writes to the folder of the settings. */
    public TemporaryFileUpload(UploadSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean begin(UploadInfo newFile) throws IOException {
        close();
        info = newFile;
        Path folder = settings.folder();
        path = folder == null
                ? Files.createTempFile("upload-", ".tmp")
                : Files.createTempFile(folder, "upload-", ".tmp");
        out = Files.newOutputStream(path);
        return false;
    }

    @Override
    public byte @Nullable [] chunk(byte[] bytes) throws IOException {
        if (out == null) return bytes;
        out.write(bytes);
        return null;
    }

    @Override
    public @Nullable UploadedFile complete(long size) throws IOException {
        if (out == null || info == null || path == null) return null;
        out.close();
        out = null;
        UploadedFile file = UploadedFile.onDisk(info, path, size);
        path = null;
        return file;
    }

    @Override
    public void close() throws IOException {
        if (out != null) out.close();
        out = null;
        if (path != null) Files.deleteIfExists(path);
        path = null;
    }
}
