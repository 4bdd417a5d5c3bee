package quintet.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Media types by file name, as Python's mimetypes guesses them. */
public final class MimeTypes {
    private static final Map<String, String> ENCODINGS =
            Map.of("gz", "gzip", "Z", "compress", "bz2", "bzip2", "xz", "xz", "br", "br");
    private static final Map<String, String> SHORT = Map.of(
            "tgz", "tar.gz", "taz", "tar.gz", "tz", "tar.gz", "tbz2", "tar.bz2", "txz", "tar.xz", "svgz", "svg.gz");
    private static final Map<String, String> TYPES = read();

    private MimeTypes() {}

    /**
     * What a file name says about its content.
     *
     * @param type the media type, or null if unknown
     * @param encoding how it is compressed: gzip, compress, bzip2, xz or br; null if it is not
     */
    public record Guess(@Nullable String type, @Nullable String encoding) {}

    /** Guesses from the name's ending. */
    public static Guess guess(String fileName) {
        int dot = fileName.lastIndexOf('.');
        if (dot < 0) return new Guess(null, null);
        String ending = fileName.substring(dot + 1);
        String full = SHORT.get(ending);
        if (full != null) return guess(fileName.substring(0, dot + 1) + full);
        String encoding = ENCODINGS.get(ending);
        if (encoding == null) return new Guess(TYPES.get(ending.toLowerCase(Locale.ROOT)), null);
        return new Guess(guess(fileName.substring(0, dot)).type(), encoding);
    }

    /** The type a download of this file is sent with; a compressed file is sent as what it is. */
    public static String forDownload(String fileName) {
        Guess guess = guess(fileName);
        String type = switch (guess.encoding()) {
            case "br" -> "application/x-brotli";
            case "bzip2" -> "application/x-bzip";
            case "compress" -> "application/x-compress";
            case "gzip" -> "application/gzip";
            case "xz" -> "application/x-xz";
            case null, default -> guess.type();
        };
        return type == null ? "application/octet-stream" : type;
    }

    private static Map<String, String> read() {
        try (InputStream in = MimeTypes.class.getResourceAsStream("mime-types.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> types = new HashMap<>();
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] words = line.split(" ", -1);
                for (int i = 1; i < words.length; i++) types.put(words[i], words[0]);
            });
            return Map.copyOf(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
