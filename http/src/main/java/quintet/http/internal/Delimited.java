package quintet.http.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Header values that are lists. */
public final class Delimited {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private Delimited() {}

    /** The items between commas. */
    public static List<String> split(String header) {
        if (header.isEmpty()) return List.of();
        return header.indexOf(',') < 0 ? List.of(header) : List.of(COMMA.split(header, -1));
    }

    /** In lower case. */
    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
