package quintet.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Quintet that runs. */
public final class Version {
    private static final String CURRENT = read();

    private Version() {}

    /** The full version, such as {@code 0.1.0} or {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        return CURRENT;
    }

    /** Its first two numbers, such as {@code 0.1}. */
    public static String series() {
        int second = CURRENT.indexOf('.', CURRENT.indexOf('.') + 1);
        return second < 0 ? CURRENT : CURRENT.substring(0, second);
    }

    private static String read() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
