package quintet.http.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Charsets by the names that clients and Python use for them. */
public final class Charsets {
    private Charsets() {}

    /** The charset of this name, UTF-8 if it is unknown. */
    public static Charset named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        try {
            return switch (plain) {
                case "latin-1", "latin1", "l1" -> StandardCharsets.ISO_8859_1;
                case "utf-8-sig" -> StandardCharsets.UTF_8;
                case "ascii" -> StandardCharsets.US_ASCII;
                default -> Charset.forName(plain);
            };
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
