package quintet.sessions;

import org.jspecify.annotations.Nullable;

/**
 * A short text for the visitor, such as "The book was saved.", shown once on the next page. Django's {@code Message}.
 *
 * @param level how serious it is, one of the numbers in {@link Messages} or a number of your own
 * @param text the text
 * @param safe whether the text is HTML that must not be escaped
 * @param extraTags more tags beside the level's, separated by spaces; null for none
 */
public record Message(
        int level, String text, boolean safe, @Nullable String extraTags) {
    /** Plain text; it is escaped when a template shows it. */
    public static Message of(int level, String text) {
        return new Message(level, text, false, "");
    }

    /** HTML that is shown as it is; never put a visitor's input into it unescaped. */
    public static Message html(int level, String html) {
        return new Message(level, html, true, "");
    }

    /** The same message with more tags, for style sheets. */
    public Message tags(String moreTags) {
        return new Message(level, text, safe, moreTags);
    }

    /** The text alone, as {@code {{ message }}} shows it. */
    @Override
    public String toString() {
        return text;
    }
}
