package quintet.http.internal.routing;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quintet.http.internal.Percent;

/** Which texts a converter's regular expression matches, without one where it is a plain run of characters. */
abstract class TextClass {
    private static final Map<String, TextClass> KNOWN = Map.of(
            "[0-9]+",
                    new Run() {
                        @Override
                        boolean has(char c) {
                            return c >= '0' && c <= '9';
                        }
                    },
            "[^/]+",
                    new Run() {
                        @Override
                        boolean has(char c) {
                            return c != '/';
                        }
                    },
            "[-a-zA-Z0-9_]+",
                    new Run() {
                        @Override
                        boolean has(char c) {
                            return c >= 'a' && c <= 'z'
                                    || c >= 'A' && c <= 'Z'
                                    || c >= '0' && c <= '9'
                                    || c == '-'
                                    || c == '_';
                        }
                    },
            ".+",
                    new Run() {
                        @Override
                        boolean has(char c) {
                            return c != '\n';
                        }
                    },
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", new UuidText());

    /** The class of this regular expression; null if it needs one. */
    static @Nullable TextClass known(String regex) {
        return KNOWN.get(regex);
    }

    /** The class of this regular expression. */
    static TextClass of(String regex) {
        TextClass known = KNOWN.get(regex);
        return known != null ? known : new Expression(PyRegex.compile(regex).pattern());
    }

    /** Where the longest match that starts here ends; -1 if there is none. */
    abstract int longest(String path, int from);

    /** The least length of a match: matches may be any length between this and the longest. */
    abstract int least(int longest);

    /** Whether the whole text matches. */
    abstract boolean matches(String text);

    private abstract static class Run extends TextClass {
        abstract boolean has(char c);

        @Override
        int longest(String path, int from) {
            int end = from;
            while (end < path.length() && has(path.charAt(end))) end++;
            return end == from ? -1 : end;
        }

        @Override
        int least(int longest) {
            return 1;
        }

        @Override
        boolean matches(String text) {
            return longest(text, 0) == text.length();
        }
    }

    private static final class UuidText extends TextClass {
        @Override
        int longest(String path, int from) {
            if (path.length() - from < 36) return -1;
            for (int i = 0; i < 36; i++) {
                char c = path.charAt(from + i);
                boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
                if (hyphen ? c != '-' : Percent.hex(c) < 0 || c >= 'A' && c <= 'F') return -1;
            }
            return from + 36;
        }

        @Override
        int least(int longest) {
            return longest;
        }

        @Override
        boolean matches(String text) {
            return text.length() == 36 && longest(text, 0) == 36;
        }
    }

    /** Any regular expression: good for checking a text only. */
    private static final class Expression extends TextClass {
        private final Pattern pattern;

        private Expression(Pattern pattern) {
            this.pattern = pattern;
        }

        @Override
        int longest(String path, int from) {
            throw new IllegalStateException(
                    "Paths with own converters are matched by a regular expression as a whole.");
        }

        @Override
        int least(int longest) {
            return longest;
        }

        @Override
        boolean matches(String text) {
            return pattern.matcher(text).matches();
        }
    }
}
