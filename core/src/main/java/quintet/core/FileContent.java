package quintet.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes with a name that a {@link Storage} can keep: an uploaded file, a file of the disk, bytes in memory. Django's {@code File}. */
public interface FileContent {
    /** The name it came with, without folders. */
    String name();

    /** The number of bytes. */
    long size();

    /** Opens the bytes from the start; may be called again. */
    InputStream open() throws IOException;

    /** Bytes in memory (Django's {@code ContentFile}). */
    static FileContent of(String name, byte[] bytes) {
        byte[] kept = bytes.clone();
        return new FileContent() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return kept.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(kept);
            }
        };
    }

    /** A file of the disk, which stays where it is. */
    static FileContent of(Path file) throws IOException {
        long size = Files.size(file);
        return new FileContent() {
            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public long size() {
                return size;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
