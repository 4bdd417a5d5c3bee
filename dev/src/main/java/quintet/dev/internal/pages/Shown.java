package quintet.dev.internal.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Secrets;
import quintet.http.Request;

/** Texts as they may be shown: without secrets, not endless, whatever object they come from. */
public final class Shown {
    private static final int LONGEST = 2_000;

    /**
     * What fields of forms and variables of programs are called that hold secrets. Narrower than the names of settings: an
     * author is not an authorization.
     */
    private static final Pattern SECRET_DATA = Pattern.compile(
            "pass(word|wd|phrase|code)?$|^pass|password|token|secret|signature|api_?key|private_?key|authorization|"
                    + "card_?n(o|r|um)|cvc|cvv|^pin$|^otp",
            Pattern.CASE_INSENSITIVE);

    private Shown() {}

    /** Whether a field or variable of this name holds a secret. */
    public static boolean isSecretData(String name) {
        return SECRET_DATA.matcher(name).find();
    }

    /** A value of a form, a query, a row or a variable. */
    public static String data(String name, @Nullable Object value) {
        return isSecretData(name) ? Secrets.HIDDEN : text(value);
    }

    /** A value of a header. */
    public static String header(String name, String value) {
        return Secrets.isSecret(name) || name.toLowerCase(Locale.ROOT).contains("cookie")
                ? Secrets.HIDDEN
                : text(value);
    }

    /** A message, with the passwords of URLs in it hidden. */
    public static String message(@Nullable String message) {
        return message == null ? "" : cut(Secrets.cleanText(message), 20 * LONGEST);
    }

    /** Path and query, encoded, with the secrets of the query hidden. */
    public static String fullPath(Request request) {
        return query(request.fullPath());
    }

    /** An encoded query, after a path or alone, with its secrets hidden. */
    public static String query(String text) {
        int start = text.indexOf('?') + 1;
        if (start == 0 && text.startsWith("/")) {
            return text;
        }
        StringJoiner shown = new StringJoiner("&", text.substring(0, start), "");
        for (String pair : text.substring(start).split("&", -1)) {
            int equals = pair.indexOf('=');
            boolean secret =
                    equals > 0 && (isSecretData(pair.substring(0, equals)) || hasSecret(pair.substring(equals + 1)));
            shown.add(secret ? pair.substring(0, equals + 1) + Secrets.HIDDEN : pair);
        }
        return shown.toString();
    }

    /** Whether an encoded value is a URL with a password. */
    private static boolean hasSecret(String value) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            return !Secrets.cleanText(decoded).equals(decoded);
        } catch (IllegalArgumentException e) {
            return !Secrets.cleanText(value).equals(value);
        }
    }

    /** A value of a setting: what {@link Secrets#cleanse} gives. */
    public static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                StringJoiner parts = new StringJoiner(", ", "{", "}");
                map.forEach((name, inner) -> parts.add(name + ": " + value(inner)));
                yield parts.toString();
            }
            case List<?> all -> {
                StringJoiner parts = new StringJoiner(", ", "[", "]");
                all.forEach(inner -> parts.add(value(inner)));
                yield parts.toString();
            }
            case String text -> text.isEmpty() ? "\"\"" : text(text);
            default -> text(value);
        };
    }

    /** The text of an object; what fails while it is made is told instead. */
    public static String text(@Nullable Object value) {
        try {
            String text = switch (value) {
                case null -> "null";
                case byte[] bytes -> bytes.length + " bytes";
                default -> String.valueOf(value);
            };
            return cut(Secrets.cleanText(text), LONGEST);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return "(its toString() failed: " + e.getClass().getName() + ")";
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "… (" + text.length() + " characters)";
    }
}
