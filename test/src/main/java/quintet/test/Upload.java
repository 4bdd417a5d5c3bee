package quintet.test;

import java.nio.charset.StandardCharsets;

/**
 * A file in a form of the test client.
 *
 * @param fileName the name the browser would send
 * @param content its bytes
 * @param contentType its media type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Upload(String fileName, byte[] content, String contentType) {
    /** A text file. */
    public static Upload text(String fileName, String text) {
        return new Upload(fileName, text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }
}
