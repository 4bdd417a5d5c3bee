package quintet.templates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.core.SuspiciousOperation;
import quintet.templates.internal.filters.TimeSince;
import quintet.templates.internal.filters.Words;
import quintet.templates.internal.parse.Splitter;
import quintet.templates.internal.text.JsText;
import quintet.templates.internal.text.Slugs;
import quintet.templates.internal.text.StripTags;
import quintet.templates.internal.text.Texts;
import quintet.templates.internal.text.Truncate;
import quintet.templates.internal.text.Urlizer;
import quintet.templates.internal.text.Wrap;
import quintet.templates.internal.values.Times;

/**
 * What filters do to text, for Java code. Answers to {@code django.utils.text}, {@code django.utils.timesince} and the
 * text functions of {@code django.utils.html}; {@link quintet.core.Html} escapes, {@link SafeString#format} answers to
 * {@code format_html}.
 */
public final class Text {
    private Text() {}

    /**
     * A text for a URL: ASCII words in lower case, joined by hyphens.
     *
     * @param text any text
     * @return perhaps empty
     */
    public static String slugify(String text) {
        return Slugs.slugify(text, false);
    }

    /**
     * {@link #slugify} that keeps letters of all scripts; answers to {@code slugify(allow_unicode=True)}.
     *
     * @param text any text
     * @return perhaps empty
     */
    public static String slugifyUnicode(String text) {
        return Slugs.slugify(text, true);
    }

    /**
     * A name that is safe as a file name; answers to {@code get_valid_filename}.
     *
     * @param name any name
     * @return letters, digits, dots, hyphens and underscores
     * @throws SuspiciousOperation if nothing is left of it
     */
    public static String fileName(String name) {
        String kept = Slugs.fileName(name);
        if (kept.isEmpty()) {
            throw new SuspiciousOperation("Could not derive file name from '" + name + "'");
        }
        return kept;
    }

    /**
     * {@code camelCaseName} as {@code camel case name}.
     *
     * @param name a name
     * @return words in lower case
     */
    public static String camelCaseToSpaces(String name) {
        return Slugs.camelCaseToSpaces(name);
    }

    /**
     * At most so many characters, a mark of the cut included; answers to {@code Truncator.chars}.
     *
     * @param text plain text
     * @param length characters at most
     * @param mark what stands where the text was cut, or null for an ellipsis
     * @return the text itself if it is short enough
     */
    public static String truncateChars(String text, int length, @Nullable String mark) {
        return Truncate.chars(text, length, mark == null ? Truncate.ELLIPSIS : mark);
    }

    /**
     * At most so many words, and a mark of the cut; answers to {@code Truncator.words}.
     *
     * @param text plain text
     * @param length words at most
     * @param mark what stands where the text was cut, or null for an ellipsis
     * @return words joined by single spaces
     */
    public static String truncateWords(String text, int length, @Nullable String mark) {
        return Truncate.words(text, length, mark == null ? Truncate.ELLIPSIS : mark);
    }

    /**
     * {@link #truncateChars} for HTML: tags do not count, and open ones are closed.
     *
     * @param html HTML
     * @param length characters at most
     * @param mark what stands where the text was cut, or null for an ellipsis
     * @return HTML as safe as the given one
     */
    public static String truncateHtmlChars(String html, int length, @Nullable String mark) {
        return Truncate.htmlChars(html, length, mark == null ? Truncate.ELLIPSIS : mark);
    }

    /**
     * {@link #truncateWords} for HTML: tags do not count, and open ones are closed.
     *
     * @param html HTML
     * @param length words at most
     * @param mark what stands where the text was cut, or null for an ellipsis
     * @return HTML as safe as the given one
     */
    public static String truncateHtmlWords(String html, int length, @Nullable String mark) {
        return Truncate.htmlWords(html, length, mark == null ? Truncate.ELLIPSIS : mark);
    }

    /**
     * Breaks lines at white space.
     *
     * @param text plain text
     * @param width characters in a line, at least 1; longer words stay whole
     * @return lines with {@code \n} between them
     */
    public static String wrap(String text, int width) {
        return Wrap.wrap(text, width);
    }

    /**
     * Line ends as {@code \n} everywhere.
     *
     * @param text text with any line ends
     * @return the same lines
     */
    public static String normalizeNewlines(String text) {
        return Texts.normalizeNewlines(text);
    }

    /**
     * A list in words, {@code a, b or c}; answers to {@code get_text_list}.
     *
     * @param items the parts
     * @param last the word before the last part, such as {@code or}
     * @return empty for an empty list
     */
    public static String list(List<String> items, String last) {
        return Texts.enumerate(items, last);
    }

    /**
     * Splits at white space outside of quotes; answers to {@code smart_split}.
     *
     * @param text a line such as a search
     * @return words; quoted ones keep their quotes
     */
    public static List<String> smartSplit(String text) {
        return Splitter.smart(text);
    }

    /**
     * Takes tags out of text. The result is not safe HTML.
     *
     * @param html text with tags
     * @return text without them
     * @throws SuspiciousOperation for markup made to cost time
     */
    public static String stripTags(String html) {
        return StripTags.strip(html);
    }

    /**
     * Text for a string literal of JavaScript; answers to {@code escapejs}.
     *
     * @param text any text
     * @return text that can end neither the literal nor the script
     */
    public static SafeString escapeJs(String text) {
        return SafeString.of(JsText.escape(text));
    }

    /**
     * Makes links of the addresses in a text.
     *
     * @param text plain text, or a {@link SafeString} of HTML
     * @param limit characters shown of an address, null for all
     * @param noFollow whether links to pages get {@code rel="nofollow"}
     * @return HTML; what was no HTML before is escaped
     */
    public static SafeString urlize(CharSequence text, @Nullable Integer limit, boolean noFollow) {
        return SafeString.of(Urlizer.urlize(text.toString(), text instanceof SafeString, true, limit, noFollow));
    }

    /**
     * Quotes what must be quoted in an address, and only once; answers to {@code smart_urlquote}.
     *
     * @param url an address as people write it
     * @return an address in ASCII
     */
    public static String quoteUrl(String url) {
        return Urlizer.quote(url);
    }

    /**
     * The time from one moment to another, in the language in force: {@code 1 year, 2 months}.
     *
     * @param from a date, a date with time, or a moment with a zone
     * @param to likewise; both have a zone or neither
     * @param depth how many adjacent units at most, from 1
     * @return no minutes at all if {@code to} is not after {@code from}
     */
    public static String timeSince(Temporal from, Temporal to, int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be greater than 0.");
        }
        Object start = from instanceof LocalDate d ? d.atStartOfDay() : from;
        Object end = to instanceof LocalDate d ? d.atStartOfDay() : to;
        boolean naive = start instanceof LocalDateTime && end instanceof LocalDateTime;
        if (!naive && !(Times.isAware(start) && Times.isAware(end))) {
            throw new IllegalArgumentException("timeSince needs two moments with a zone or two without: " + from
                    + " and " + to + " do not compare.");
        }
        return TimeSince.between(start, end, depth, Words.current());
    }
}
