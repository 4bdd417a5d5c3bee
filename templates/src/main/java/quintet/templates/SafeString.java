package quintet.templates;

import java.util.Arrays;
import java.util.Collection;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import quintet.core.Html;

/**
 * HTML that is printed as it is, without escaping. Whoever makes one vouches for it; to build one from parts use
 * {@link #format}, which escapes the parts. Answers to Django's {@code SafeString}, {@code mark_safe} and
 * {@code format_html}.
 *
 * <pre>{@code
 * SafeString.of("<b>bold</b>");
 * SafeString.format("<a href=\"%s\">%s</a>", url, title);     // url and title are escaped
 * }</pre>
 */
public final class SafeString implements CharSequence {
    /** No text. */
    public static final SafeString EMPTY = new SafeString("");

    private final String html;

    private SafeString(String html) {
        this.html = html;
    }

    /**
     * Marks text as safe; answers to {@code mark_safe}.
     *
     * @param html HTML that needs no escaping
     * @return the same text, marked
     */
    public static SafeString of(CharSequence html) {
        return html instanceof SafeString safe ? safe : new SafeString(html.toString());
    }

    /**
     * Escapes a value unless it is safe already; answers to {@code conditional_escape}.
     *
     * @param value any value, printed by {@code toString}; {@link HtmlValue}s give their own HTML
     * @return safe HTML
     */
    public static SafeString escape(@Nullable Object value) {
        return switch (value) {
            case null -> new SafeString("None");
            case SafeString safe -> safe;
            case HtmlValue own -> own.html();
            case quintet.core.LazyText lazy -> escape(lazy.now());
            default -> new SafeString(Html.escape(value.toString()));
        };
    }

    /**
     * Fills escaped values into a pattern; answers to {@code format_html}.
     *
     * @param pattern HTML in the form of {@link String#format}, every value as {@code %s}
     * @param values escaped unless safe
     * @return safe HTML
     */
    public static SafeString format(String pattern, @Nullable Object... values) {
        Object[] escaped = Arrays.stream(values).map(SafeString::escape).toArray();
        return new SafeString(String.format(java.util.Locale.ROOT, pattern, escaped));
    }

    /**
     * Joins escaped values; answers to {@code format_html_join} with a plain pattern.
     *
     * @param separator escaped unless safe
     * @param values escaped unless safe
     * @return safe HTML
     */
    public static SafeString join(CharSequence separator, Collection<?> values) {
        StringJoiner out = new StringJoiner(escape(separator));
        values.forEach(v -> out.add(escape(v)));
        return new SafeString(out.toString());
    }

    /**
     * Appends safe HTML.
     *
     * @param other more safe HTML
     * @return both, safe
     */
    public SafeString plus(SafeString other) {
        return new SafeString(html + other.html);
    }

    @Override
    public int length() {
        return html.length();
    }

    @Override
    public char charAt(int index) {
        return html.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return html.substring(start, end);
    }

    @Override
    public String toString() {
        return html;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SafeString safe && safe.html.equals(html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }
}
