package quintet.http.internal.statics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.http.HttpDates;
import quintet.http.ResponseBody;

/**
 * A file ready to be sent: its headers made once, its bytes in memory or on disk, and a gzip variant where that pays.
 *
 * @param headers all headers but those that depend on the request
 * @param etag the entity tag, with quotes
 * @param modified when it was changed last
 * @param size its length in bytes
 * @param body the whole of it
 * @param gzip the compressed variant, or null
 */
record Content(
        Headers headers,
        String etag,
        Instant modified,
        long size,
        ResponseBody body,
        @Nullable Gzip gzip) {
    /** Larger files stay on disk. */
    static final int LARGEST_IN_MEMORY = 1 << 20;

    private static final int SMALLEST_TO_COMPRESS = 1024;
    private static final double WORTHWHILE = 0.9;

    /** The compressed variant with a tag of its own: it is another sequence of bytes. */
    record Gzip(String etag, ResponseBody.Bytes body) {}

    /** A file as it is on disk now, with its time and length as tag; nothing is kept. */
    static Content fresh(StaticFile.OnDisk file, String cacheControl) throws IOException {
        long size = file.size();
        Instant modified = file.modified();
        String etag = '"' + Long.toHexString(modified.getEpochSecond()) + '-' + Long.toHexString(size) + '"';
        Headers headers = headers(file.name(), modified, cacheControl, false);
        return new Content(headers, etag, modified, size, new ResponseBody.File(file.path(), 0, size), null);
    }

    /** Bytes in memory, with their hash as tag. */
    static Content inMemory(String name, byte[] bytes, Instant modified, String cacheControl, boolean compress)
            throws IOException {
        String etag = '"' + Hashing.hash(bytes) + '"';
        byte[] packed = compress ? pack(name, bytes) : null;
        Headers headers = headers(name, modified, cacheControl, packed != null);
        Gzip gzip = packed == null
                ? null
                : new Gzip(
                        etag.substring(0, etag.length() - 1) + "-gz\"",
                        new ResponseBody.Bytes(packed, 0, packed.length));
        return new Content(headers, etag, modified, bytes.length, ResponseBody.of(bytes), gzip);
    }

    /** The part of the body from {@code range}. */
    ResponseBody part(ByteRange range) {
        return switch (body) {
            case ResponseBody.Bytes all ->
                new ResponseBody.Bytes(all.data(), (int) range.start(), (int) range.length());
            case ResponseBody.File file -> new ResponseBody.File(file.path(), range.start(), range.length());
            case ResponseBody.Stream stream -> stream;
        };
    }

    private static Headers headers(String name, Instant modified, String cacheControl, boolean varies) {
        Headers.Builder headers = Headers.builder()
                .add("Content-Type", FileHeaders.contentType(name))
                .add("Last-Modified", HttpDates.format(modified))
                .add("Cache-Control", cacheControl)
                .add("Access-Control-Allow-Origin", "*")
                .add("Accept-Ranges", "bytes");
        if (varies) headers.add("Vary", "Accept-Encoding");
        return headers.build();
    }

    private static byte @Nullable [] pack(String name, byte[] bytes) throws IOException {
        if (bytes.length < SMALLEST_TO_COMPRESS || !FileHeaders.compresses(FileHeaders.contentType(name))) return null;
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
        try (GZIPOutputStream gzip = new BestGzip(out)) {
            gzip.write(bytes);
        }
        return out.size() < bytes.length * WORTHWHILE ? out.toByteArray() : null;
    }

    /** It is done once, so take the time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
