package quintet.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.FileContent;

/**
 * A file a client sent. Its bytes are in memory or in a temporary file, which is deleted after the request; {@link
 * #saveTo} keeps them. Never trust {@link #name()} or {@link #contentType()}: the client chose them.
 */
public final class UploadedFile implements FileContent, AutoCloseable {
    private final String name;
    private final String contentType;
    private final @Nullable String charset;
    private final Map<String, String> contentTypeParams;
    private final long size;
    private final byte @Nullable [] bytes;
    private final @Nullable Path path;

    private UploadedFile(UploadInfo info, long size, byte @Nullable [] bytes, @Nullable Path path) {
        this.name = info.fileName();
        this.contentType = info.contentType();
        this.charset = info.charset();
        this.contentTypeParams = info.contentTypeParams();
        this.size = size;
        this.bytes = bytes;
        this.path = path;
    }

    /** A file in memory, as a test or a handler makes it. */
    public static UploadedFile inMemory(UploadInfo info, byte[] bytes) {
        return new UploadedFile(info, bytes.length, bytes, null);
    }

    /** A file in memory with this name and type, as tests make it (SimpleUploadedFile). */
    public static UploadedFile of(String name, byte[] bytes, String contentType) {
        return inMemory(new UploadInfo("", name, contentType, null, Map.of(), -1), bytes);
    }

    /** A file that was written to this path, which is deleted when it is closed. */
    public static UploadedFile onDisk(UploadInfo info, Path path, long size) {
        return new UploadedFile(info, size, null, path);
    }

    /** The last part of the name the client gave, control characters removed. */
    @Override
    public String name() {
        return name;
    }

    /** The media type the client gave, empty if none. */
    public String contentType() {
        return contentType;
    }

    /** The charset the client gave with the type, or null. */
    public @Nullable String charset() {
        return charset;
    }

    /** The other parameters of the content type. */
    public Map<String, String> contentTypeParams() {
        return contentTypeParams;
    }

    /** The size in bytes. */
    @Override
    public long size() {
        return size;
    }

    /** Whether the bytes are in memory. */
    public boolean isInMemory() {
        return bytes != null;
    }

    /** The temporary file, or null if the bytes are in memory. */
    public @Nullable Path temporaryPath() {
        return path;
    }

    /** Opens the bytes from the start; may be called again. */
    @Override
    public InputStream open() throws IOException {
        if (bytes != null) return new ByteArrayInputStream(bytes);
        if (path != null) return Files.newInputStream(path);
        throw new IOException("The uploaded file " + name + " has no content");
    }

    /** All bytes. */
    public byte[] read() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    /** Copies or moves the bytes to a new file; fails if there is one already. */
    public void saveTo(Path target) throws IOException {
        if (path != null && Files.exists(path)) {
            try (InputStream in = open()) {
                Files.copy(in, target);
            }
        } else {
            Files.write(target, read(), java.nio.file.StandardOpenOption.CREATE_NEW);
        }
    }

    /** As {@link #saveTo}, replacing what is there. */
    public void replace(Path target) throws IOException {
        try (InputStream in = open()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes the temporary file if there is one. */
    @Override
    public void close() throws IOException {
        if (path != null) Files.deleteIfExists(path);
    }

    /** The name, as Django writes it. */
    @Override
    public String toString() {
        return name;
    }
}
