package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.http.internal.PyText;

/**
 * A place {@code <converter:name>} in a route.
 *
 * @param start where it begins
 * @param end where the text after it begins
 * @param converter the converter named, or null
 */
public record PathPlace(int start, int end, @Nullable String converter, String name) {

    /**
     * The places of a route in order.
     *
     * @throws ImproperlyConfigured when one is malformed
     */
    public static List<PathPlace> in(String route) {
        List<PathPlace> places = new ArrayList<>();
        int open = route.indexOf('<');
        while (open >= 0) {
            int close = route.indexOf('>', open);
            if (close < 0) break;
            if (close > open + 1) {
                places.add(place(route, open, close));
                open = route.indexOf('<', close);
            } else {
                open = route.indexOf('<', open + 1);
            }
        }
        return places;
    }

    private static PathPlace place(String route, int open, int close) {
        String inner = route.substring(open + 1, close);
        for (int i = 0; i < inner.length(); i++) {
            if (" \t\n\r\u000b\f".indexOf(inner.charAt(i)) >= 0) {
                throw new ImproperlyConfigured(
                        "URL route " + PyText.repr(route) + " cannot contain whitespace in angle brackets <…>.");
            }
        }
        int colon = inner.indexOf(':');
        boolean split = colon > 0 && colon < inner.length() - 1;
        String name = split ? inner.substring(colon + 1) : inner;
        if (!isIdentifier(name)) {
            throw new ImproperlyConfigured("URL route " + PyText.repr(route) + " uses parameter name "
                    + PyText.repr(name) + " which isn't a valid Python identifier.");
        }
        return new PathPlace(open, close + 1, split ? inner.substring(0, colon) : null, name);
    }

    private static boolean isIdentifier(String name) {
        int first = name.codePointAt(0);
        if (first != '_' && !Character.isUnicodeIdentifierStart(first)) return false;
        return name.codePoints()
                .allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }
}
