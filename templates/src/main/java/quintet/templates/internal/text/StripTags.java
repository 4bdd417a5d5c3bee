package quintet.templates.internal.text;

import quintet.core.SuspiciousOperation;

/** Takes tags out of text. The result is not safe HTML: it must still be escaped. */
public final class StripTags {
    private static final int MAX_DEPTH = 50;
    private static final int LONG_TAG = 1000;

    private StripTags() {}

    /** Removes tags until none is left. */
    public static String strip(String html) {
        String text = html;
        check(text);
        int depth = 0;
        while (text.indexOf('<') >= 0 && text.indexOf('>') >= 0) {
            if (depth++ >= MAX_DEPTH) {
                throw new SuspiciousOperation("The text has tags within tags more than " + MAX_DEPTH + " deep.");
            }
            String next = once(text);
            if (count(next) == count(text)) {
                break;
            }
            text = next;
        }
        return text;
    }

    /** A very long tag that holds many opening brackets takes quadratic time and is refused. */
    private static void check(String text) {
        int start = text.indexOf('<');
        while (start >= 0) {
            int end = text.indexOf('>', start);
            int stop = end < 0 ? text.length() : end;
            if (stop - start > LONG_TAG && count(text.substring(start, stop)) >= MAX_DEPTH) {
                throw new SuspiciousOperation("The text has a very long tag with many opening brackets in it.");
            }
            start = text.indexOf('<', stop);
        }
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == '<').count();
    }

    private static String once(String text) {
        StringBuilder out = new StringBuilder(text.length());
        HtmlReader.read(text, false, data -> {
            out.append(data);
            return true;
        });
        return out.toString();
    }
}
