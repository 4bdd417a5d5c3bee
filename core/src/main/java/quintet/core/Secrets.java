package quintet.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which names carry secrets, so that settings, error pages and logs can hide their values. */
public final class Secrets {
    /** What is shown instead of a secret. */
    public static final String HIDDEN = "********************";

    private static final Pattern NAMES =
            Pattern.compile("API|AUTH|TOKEN|KEY|SECRET|PASS|SIGNATURE|HTTP_COOKIE", Pattern.CASE_INSENSITIVE);

    /** The password of {@code scheme://user:password@host}. */
    private static final Pattern USER_INFO =
            Pattern.compile("(\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:)([^\\s/]*)(?=@)");

    /** A password among options: {@code ?password=...}. */
    private static final Pattern OPTION = Pattern.compile(
            "(?i)([?&;]\\s*[\\w.-]*(?:api_?key|token|secret|pass(?:word|wd)?|pwd|signature)[\\w.-]*=)[^&;\\s\"']+");

    private Secrets() {}

    /** Whether a setting, variable or header of this name holds a secret, by the patterns Django uses. */
    public static boolean isSecret(String name) {
        return NAMES.matcher(name).find();
    }

    /** The value, or {@link #HIDDEN} when the name is a secret's. */
    public static String clean(String name, Object value) {
        return isSecret(name) ? HIDDEN : String.valueOf(value);
    }

    /** The text with the passwords of URLs in it hidden. */
    public static String cleanText(String text) {
        String hidden = text.contains("://") ? USER_INFO.matcher(text).replaceAll("$1" + HIDDEN) : text;
        return hidden.indexOf('=') < 0 ? hidden : OPTION.matcher(hidden).replaceAll("$1" + HIDDEN);
    }

    /**
     * A value as it may be shown: {@link #HIDDEN} when the name is a secret's; in maps, lists and arrays what is within is
     * looked at too; passwords in URLs are hidden.
     *
     * @return null, a text, a number, a boolean, or a list or map of such
     */
    public static @Nullable Object cleanse(String name, @Nullable Object value) {
        if (isSecret(name) && value != null && !isHarmless(value)) {
            return HIDDEN;
        }
        return switch (value) {
            case null -> null;
            case Boolean b -> b;
            case Number n -> n;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> clean = new LinkedHashMap<>();
                map.forEach((key, inner) -> clean.put(String.valueOf(key), cleanse(String.valueOf(key), inner)));
                yield clean;
            }
            case Collection<?> all -> {
                List<@Nullable Object> clean = new ArrayList<>();
                for (Object inner : all) {
                    clean.add(cleanse("", inner));
                }
                yield clean;
            }
            case Object[] all -> cleanse("", List.of(all));
            default -> cleanText(String.valueOf(value));
        };
    }

    /** What says nothing about a secret but whether there is one. */
    private static boolean isHarmless(Object value) {
        return value instanceof Boolean
                || value instanceof Collection<?> all && all.isEmpty()
                || value instanceof CharSequence text && text.isEmpty();
    }
}
