package quintet.http.internal.statics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** One static file, on disk or inside a jar. */
public sealed interface StaticFile {

    /** Its path below the prefix, with slashes. */
    String name();

    /** All of its content. */
    byte[] read() throws IOException;

    /** When it was changed last, in whole seconds. */
    Instant modified() throws IOException;

    /** Its length in bytes. */
    long size() throws IOException;

    /** Where it is, for people. */
    String place();

    /** A file on disk: sent from there, without being read into memory. */
    record OnDisk(String name, Path path) implements StaticFile {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public Instant modified() throws IOException {
            return Instant.ofEpochSecond(
                    Files.getLastModifiedTime(path).toInstant().getEpochSecond());
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public String place() {
            return path.toString();
        }
    }

    /** A resource of a jar. Its time is that of the jar's entry. */
    record InJar(String name, URL url) implements StaticFile {
        @Override
        public byte[] read() throws IOException {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        }

        @Override
        public Instant modified() {
            try {
                URLConnection connection = url.openConnection();
                connection.setUseCaches(false);
                try (InputStream _ = connection.getInputStream()) {
                    return Instant.ofEpochSecond(connection.getLastModified() / 1000);
                }
            } catch (IOException x) {
                throw new UncheckedIOException(x);
            }
        }

        @Override
        public long size() throws IOException {
            return read().length;
        }

        @Override
        public String place() {
            return url.toString();
        }
    }
}
