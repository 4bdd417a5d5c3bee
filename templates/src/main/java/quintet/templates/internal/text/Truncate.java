package quintet.templates.internal.text;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import quintet.core.Html;
import quintet.templates.internal.parse.Chars;

/** Cuts text and HTML to a number of characters or words. */
public final class Truncate {
    /** What is put where text was cut; the pattern of the translations. */
    public static final String ELLIPSIS = "%(truncated_text)s\u2026";

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=\\S)\\s+(?=\\S)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr", "frame", "spacer");

    private Truncate() {}

    /** Appends the mark of a cut. */
    static String mark(String text, String truncate) {
        if (truncate.contains("%(truncated_text)s")) {
            return truncate.replace("%(truncated_text)s", text);
        }
        return text.endsWith(truncate) ? text : text + truncate;
    }

    /** Marks that sit on the character before them take no room. */
    private static boolean isCombining(int c) {
        return c > 127 && Character.getType(c) == Character.NON_SPACING_MARK && !(c >= 0xfe00 && c <= 0xfe0f);
    }

    private static int room(int length, String truncate) {
        int room = length;
        for (int c : mark("", truncate).codePoints().toArray()) {
            if (!isCombining(c) && --room == 0) {
                break;
            }
        }
        return room;
    }

    /** At most so many characters, the mark included. */
    public static String chars(String value, int length, String truncate) {
        if (length <= 0) {
            return "";
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC);
        int room = room(length, truncate);
        int count = 0;
        int cut = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isCombining(c)) {
                count++;
                if (cut < 0 && count > room) {
                    cut = i;
                }
                if (count > length) {
                    return mark(text.substring(0, Math.max(cut, 0)), truncate);
                }
            }
            i += Character.charCount(c);
        }
        return text;
    }

    /** At most so many words. */
    public static String words(String value, int length, String truncate) {
        if (length <= 0) {
            return "";
        }
        List<String> words = Chars.words(value);
        return words.size() > length
                ? mark(String.join(" ", words.subList(0, length)), truncate)
                : String.join(" ", words);
    }

    /** At most so many characters of text; tags are kept and closed. */
    public static String htmlChars(String value, int length, String truncate) {
        if (length <= 0) {
            return "";
        }
        String text = Normalizer.normalize(value, Normalizer.Form.NFC);
        return new Cutter(text, length, room(length, truncate), truncate, false).run();
    }

    /** At most so many words of text; tags are kept and closed. */
    public static String htmlWords(String value, int length, String truncate) {
        return length <= 0 ? "" : new Cutter(value, length, length, truncate, true).run();
    }

    private static final class Cutter implements HtmlReader.Handler {
        private final String html;
        private final int length;
        private final String truncate;
        private final boolean byWords;
        private final StringBuilder out = new StringBuilder();
        private final Deque<String> open = new ArrayDeque<>();
        private int remaining;
        private int processed;
        private boolean cut;

        Cutter(String html, int length, int remaining, String truncate, boolean byWords) {
            this.html = html;
            this.length = length;
            this.remaining = remaining;
            this.truncate = truncate;
            this.byWords = byWords;
        }

        String run() {
            HtmlReader.read(html, true, this);
            if (cut) {
                open.forEach(tag -> out.append("</").append(tag).append('>'));
            }
            return out.toString();
        }

        @Override
        public void start(String tag, String source, boolean selfClosing) {
            out.append(source);
            if (!VOID.contains(tag)) {
                open.addFirst(tag);
                if (selfClosing) {
                    end(tag);
                }
            }
        }

        @Override
        public void end(String tag) {
            if (!VOID.contains(tag)) {
                if (tag.equals(open.peekFirst())) {
                    open.removeFirst();
                }
                out.append("</").append(tag).append('>');
            }
        }

        @Override
        public boolean data(String text) {
            int size;
            String shown;
            boolean whole = false;
            if (byWords) {
                List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(text, -1)));
                size = words.size();
                shown = Html.escape(String.join(" ", words.subList(0, Math.min(Math.max(remaining, 0), size))));
            } else {
                size = Texts.length(text);
                processed += size;
                whole = processed == length && Texts.length(out.toString()) + size == Texts.length(html);
                shown = whole ? text : Html.escape(Texts.head(text, remaining));
            }
            if (remaining < size && !whole) {
                remaining = 0;
                out.append(mark(shown, truncate));
                cut = true;
                return false;
            }
            remaining -= size;
            out.append(shown);
            return true;
        }
    }
}
