package quintet.templates.internal.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;

/** Turns addresses in text into links. */
public final class Urlizer {
    private static final Pattern SPLIT = Pattern.compile("[\\s<>\"']+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern URL =
            Pattern.compile("^https?://\\[?\\w", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern HOST = Pattern.compile(
            "^www\\.|^(?!http)[a-z\u00a1-\uffff0-9](?:[a-z\u00a1-\uffff0-9-]{0,61}[a-z\u00a1-\uffff0-9])?"
                    + "(?:\\.(?!-)[a-z\u00a1-\uffff0-9-]{1,63}(?<!-))*\\.(com|edu|gov|int|mil|net|org)($|/.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LOCAL = Pattern.compile(
            "^[-!#$%&'*+/=?^_`{}|~0-9A-Z]+(\\.[-!#$%&'*+/=?^_`{}|~0-9A-Z]+)*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOMAIN = Pattern.compile(
            "^([a-z\u00a1-\uffff0-9](?:[a-z\u00a1-\uffff0-9-]{0,61}[a-z\u00a1-\uffff0-9])?"
                    + "(?:\\.(?!-)[a-z\u00a1-\uffff0-9-]{1,63}(?<!-))*\\.(?!-)(?:[a-z\u00a1-\uffff-]{2,63}|xn--[a-z0-9]{1,59})(?<!-))$",
            Pattern.CASE_INSENSITIVE);
    private static final int MAX_URL = 2048;
    private static final int MAX_EMAIL = 320;
    private static final String SAFE = "!$&'()*+,;=:/?#[]@~";

    private final boolean safeInput;
    private final boolean escape;
    private final @Nullable Integer limit;
    private final boolean noFollow;

    private Urlizer(boolean safeInput, boolean escape, @Nullable Integer limit, boolean noFollow) {
        this.noFollow = noFollow;
        this.safeInput = safeInput;
        this.escape = escape;
        this.limit = limit;
    }

    /**
     * Links the addresses in a text.
     *
     * @param safeInput whether the text is HTML already
     * @param escape whether text that is not HTML is escaped
     * @param limit characters shown of an address, null for all
     * @param noFollow whether links to pages get {@code rel="nofollow"}
     */
    public static String urlize(
            String text, boolean safeInput, boolean escape, @Nullable Integer limit, boolean noFollow) {
        Urlizer urlizer = new Urlizer(safeInput, escape, limit, noFollow);
        StringBuilder out = new StringBuilder(text.length() + 64);
        Map<String, String> done = new HashMap<>();
        Matcher gaps = SPLIT.matcher(text);
        int at = 0;
        while (gaps.find()) {
            out.append(done.computeIfAbsent(text.substring(at, gaps.start()), urlizer::word));
            out.append(urlizer.plain(gaps.group()));
            at = gaps.end();
        }
        return out.append(urlizer.word(text.substring(at))).toString();
    }

    private String plain(String text) {
        return !safeInput && escape ? Html.escape(text) : text;
    }

    private String word(String word) {
        if (word.indexOf('.') < 0 && word.indexOf('@') < 0 && word.indexOf(':') < 0) {
            return plain(word);
        }
        String[] parts = trim(word);
        String middle = parts[1];
        String url = null;
        String attributes = noFollow ? " rel=\"nofollow\"" : "";
        if (Texts.length(middle) <= MAX_URL && URL.matcher(middle).find()) {
            url = quote(Entities.unescape(middle));
        } else if (Texts.length(middle) <= MAX_URL && HOST.matcher(middle).find()) {
            url = quote("http://" + Entities.unescape(middle));
        } else if (middle.indexOf(':') < 0 && isEmail(middle)) {
            int at = middle.lastIndexOf('@');
            url = "mailto:" + Urls.quote(middle.substring(0, at), "") + "@" + Urls.quote(middle.substring(at + 1), "");
            attributes = "";
        }
        if (url == null) {
            return plain(word);
        }
        String shown = middle;
        if (limit != null && Texts.length(middle) > limit) {
            shown = Texts.head(middle, Math.max(0, limit - 1)) + "\u2026";
        }
        return plain(parts[0]) + "<a href=\"" + Html.escape(url) + "\"" + attributes + ">" + plain(shown) + "</a>"
                + plain(parts[2]);
    }

    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && text.length() <= MAX_EMAIL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    /** Takes punctuation off both ends: what was in front, the middle, what was behind. */
    private static String[] trim(String word) {
        int start = 0;
        int end = word.length();
        int[] balance = {count(word, '('), count(word, ')'), count(word, '['), count(word, ']')};
        boolean changed = true;
        int amp = word.lastIndexOf('&');
        while (changed && start < end) {
            changed = false;
            for (int pair = 0; pair < 2; pair++) {
                if (start < end && word.charAt(start) == "([".charAt(pair)) {
                    start++;
                    balance[2 * pair]--;
                    changed = true;
                }
                if (start < end
                        && word.charAt(end - 1) == ")]".charAt(pair)
                        && balance[2 * pair + 1] == balance[2 * pair] + 1) {
                    end--;
                    balance[2 * pair + 1]--;
                    changed = true;
                }
            }
            amp = amp < end ? amp : word.lastIndexOf('&', end - 1);
            int cut = punctuation(word, start, end, amp);
            if (cut < end) {
                end = cut;
                changed = true;
            }
        }
        return new String[] {word.substring(0, start), word.substring(start, end), word.substring(end)};
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(x -> x == c).count();
    }

    /** The end of the word without trailing punctuation; the semicolon of an entity stays. */
    private static int punctuation(String word, int start, int end, int amp) {
        boolean entity = amp >= start;
        String marks = entity ? ".,:!" : ".,:!;";
        int at = end;
        while (at > start && marks.indexOf(word.charAt(at - 1)) >= 0) {
            at--;
        }
        if (!entity || at == start || word.charAt(at - 1) != ';') {
            return at;
        }
        String tail = word.substring(amp, at);
        String unescaped = Entities.unescape(tail);
        if (!unescaped.equals(tail) && !unescaped.endsWith(";")) {
            return at;
        }
        int bare = at;
        while (bare > start && word.charAt(bare - 1) == ';') {
            bare--;
        }
        return at - bare > 1 ? bare + 1 : bare;
    }

    /** Quotes what must be quoted in an address, and only once. */
    public static String quote(String url) {
        int scheme = url.indexOf(':');
        String address =
                scheme < 0 ? url : url.substring(0, scheme).toLowerCase(java.util.Locale.ROOT) + url.substring(scheme);
        int fragment = address.indexOf('#');
        String tail = fragment < 0 ? "" : "#" + requote(address.substring(fragment + 1));
        String head = fragment < 0 ? address : address.substring(0, fragment);
        int query = head.indexOf('?');
        if (query >= 0) {
            String parts = query(head.substring(query + 1));
            tail = (parts.isEmpty() ? "" : "?" + parts) + tail;
            head = head.substring(0, query);
        }
        return (tail.equals("#") ? requote(head) : requote(head) + tail);
    }

    private static String requote(String part) {
        return Urls.quote(Urls.unquote(part), SAFE);
    }

    private static String query(String query) {
        List<String> out = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                out.add(Urls.quotePlus(decode(name)) + "=" + Urls.quotePlus(decode(value)));
            }
        }
        return String.join("&", out);
    }

    private static String decode(String part) {
        return Urls.unquote(Urls.unquote(part.replace('+', ' ')));
    }
}
