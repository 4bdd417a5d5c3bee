package quintet.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the languages of a site: from an {@code Accept-Language} header, a cookie, a URL's prefix. Answers to
 * the {@code get_language_from_...} functions of {@code django.utils.translation}. Immutable.
 */
public final class LanguageChoice {
    private static final int MAX_CODE = 500;
    private static final int MAX_HEADER = 500;
    private static final Pattern ACCEPTED = Pattern.compile("([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\\*)"
            + "(?:\\s*;\\s*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?(?:\\s*,\\s*|$)");
    private static final Pattern CODE =
            Pattern.compile("[a-z]{1,8}(?:-[a-z0-9]{1,8})*(?:@[a-z0-9]{1,20})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIX =
            Pattern.compile("/(\\w+(?:[@-]\\w+){0,2})(?:/|$)", Pattern.UNICODE_CHARACTER_CLASS);
    /** Regions whose script decides. */
    private static final Map<String, String> STAND_INS = Map.of(
            "zh-cn", "zh-hans",
            "zh-hk", "zh-hant",
            "zh-mo", "zh-hant",
            "zh-my", "zh-hans",
            "zh-sg", "zh-hans",
            "zh-tw", "zh-hant");

    private final Set<String> supported = new LinkedHashSet<>();
    private final String otherwise;

    /**
     * One language of an {@code Accept-Language} header.
     *
     * @param code in lower case; {@code *} for any
     * @param quality from 0 to 1
     */
    public record Accepted(String code, double quality) {}

    private LanguageChoice(Collection<String> supported, String otherwise) {
        supported.forEach(code -> this.supported.add(code.toLowerCase(Locale.ROOT)));
        this.otherwise = otherwise;
    }

    /**
     * A choice.
     *
     * @param supported the codes of the site's languages, in order. {@code LANGUAGES}
     * @param otherwise the language where nothing else fits. {@code LANGUAGE_CODE}
     * @return a chooser
     */
    public static LanguageChoice of(Collection<String> supported, String otherwise) {
        return new LanguageChoice(supported, otherwise);
    }

    /**
     * Reads an {@code Accept-Language} header; answers to {@code parse_accept_lang_header}. Of a very long header only
     * the start counts.
     *
     * @param header the header's value
     * @return the best first; empty if the header is malformed
     */
    public static List<Accepted> parse(String header) {
        String text = header.toLowerCase(Locale.ROOT);
        if (text.length() > MAX_HEADER) {
            int comma = text.lastIndexOf(',', MAX_HEADER - 1);
            if (comma <= 0) {
                return List.of();
            }
            text = text.substring(0, comma);
        }
        List<Accepted> found = new ArrayList<>();
        Matcher m = ACCEPTED.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!m.find(at) || m.start() != at) {
                return List.of();
            }
            found.add(new Accepted(m.group(1), m.group(2) == null ? 1 : Double.parseDouble(m.group(2))));
            at = m.end();
        }
        found.sort(Comparator.comparingDouble(Accepted::quality).reversed());
        return List.copyOf(found);
    }

    /**
     * The language of the site that serves for a code: itself, the one that stands in for it, the language without its
     * region, or (unless strict) another variant of it. Answers to {@code get_supported_language_variant}.
     *
     * @param code any code
     * @param strict whether another region's variant does not serve
     * @return null if none serves
     */
    public @Nullable String variant(String code, boolean strict) {
        String wanted = code;
        if (wanted.length() > MAX_CODE) {
            int dash = wanted.lastIndexOf('-', MAX_CODE - 1);
            if (strict || dash <= 0) {
                return null;
            }
            wanted = wanted.substring(0, dash);
        }
        List<String> candidates = candidates(wanted);
        for (String candidate : candidates) {
            if (supported.contains(candidate.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
        if (!strict && !wanted.isEmpty()) {
            String family = candidates.getLast().toLowerCase(Locale.ROOT) + "-";
            for (String language : supported) {
                if (language.startsWith(family)) {
                    return language;
                }
            }
        }
        return null;
    }

    private static List<String> candidates(String code) {
        List<String> out = new ArrayList<>();
        out.add(code);
        String standIn = STAND_INS.get(code.toLowerCase(Locale.ROOT));
        if (standIn != null) {
            out.add(standIn);
        }
        for (int dash = code.lastIndexOf('-'); dash > 0; dash = code.lastIndexOf('-', dash - 1)) {
            out.add(code.substring(0, dash));
        }
        return out;
    }

    /**
     * The language a path begins with; answers to {@code get_language_from_path}.
     *
     * @param path such as {@code /de/books/}
     * @return null if the path begins with none of the site's languages
     */
    public @Nullable String fromPath(String path) {
        Matcher m = PREFIX.matcher(path);
        return m.lookingAt() ? variant(m.group(1), false) : null;
    }

    /**
     * The language for a request; answers to {@code get_language_from_request}.
     *
     * @param cookie the value of the language cookie, or null
     * @param header the {@code Accept-Language} header, or null
     * @return the cookie's, else the best accepted one, else the default
     */
    public String choose(@Nullable String cookie, @Nullable String header) {
        String own = cookie == null || !CODE.matcher(cookie).matches() ? null : variant(cookie, false);
        if (own != null) {
            return own;
        }
        for (Accepted accepted : parse(header == null ? "" : header)) {
            if (accepted.code().equals("*")) {
                break;
            }
            String found = CODE.matcher(accepted.code()).matches() ? variant(accepted.code(), false) : null;
            if (found != null) {
                return found;
            }
        }
        String last = variant(otherwise, false);
        return last == null ? otherwise : last;
    }
}
