package quintet.http.internal.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in Python's syntax, compiled for Java.
 *
 * @param source as written
 * @param pattern for Java
 * @param groups the capturing groups in order; unnamed ones are empty texts
 */
public record PyRegex(String source, Pattern pattern, List<String> groups) {

    /**
     * Compiles.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    public static PyRegex compile(String source) {
        Translator translator = new Translator(source);
        String java = translator.translate();
        try {
            int flags = Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;
            return new PyRegex(source, Pattern.compile(java, flags), List.copyOf(translator.groups));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"" + source + "\" is not a valid regular expression: " + e.getDescription(), e);
        }
    }

    /** Python's {@code re.escape}. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(c) >= 0) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }

    /** The Java name of a group: Java allows letters and digits only. */
    static String javaName(int group) {
        return "g" + group;
    }

    private static final class Translator {
        private final String source;
        private final StringBuilder out = new StringBuilder();
        private final List<String> groups = new ArrayList<>();
        private int at;

        private Translator(String source) {
            this.source = source;
        }

        private String translate() {
            while (at < source.length()) {
                char c = source.charAt(at);
                switch (c) {
                    case '\\' -> escape();
                    case '[' -> characterClass();
                    case '(' -> group();
                    case '{' -> brace();
                    default -> {
                        out.append(c);
                        at++;
                    }
                }
            }
            return out.toString();
        }

        private void escape() {
            char next = at + 1 < source.length() ? source.charAt(at + 1) : 0;
            if (next == 'Z') out.append("\\z");
            else out.append(source, at, Math.min(at + 2, source.length()));
            at += 2;
        }

        private void characterClass() {
            out.append('[');
            at++;
            if (at < source.length() && source.charAt(at) == '^') {
                out.append('^');
                at++;
            }
            boolean first = true;
            while (at < source.length() && (first || source.charAt(at) != ']')) {
                char c = source.charAt(at);
                if (c == '\\' && at + 1 < source.length()) {
                    out.append(c).append(source.charAt(at + 1));
                    at++;
                } else {
                    if ("[]&~#".indexOf(c) >= 0) out.append('\\');
                    out.append(c);
                }
                at++;
                first = false;
            }
            out.append(']');
            at++;
        }

        private void group() {
            if (!source.startsWith("(?", at)) {
                groups.add("");
                out.append('(');
                at++;
            } else if (source.startsWith("(?P<", at)) {
                int end = end('>', at);
                addNamed(source.substring(at + 4, end), at + 4);
                at = end + 1;
            } else if (source.startsWith("(?P=", at)) {
                int end = end(')', at);
                String name = source.substring(at + 4, end);
                out.append("\\k<").append(javaName(groups.indexOf(name) + 1)).append('>');
                at = end + 1;
            } else if (source.startsWith("(?#", at)) {
                at = end(')', at) + 1;
            } else {
                out.append("(?");
                at += 2;
            }
        }

        private void addNamed(String name, int position) {
            int before = groups.indexOf(name) + 1;
            groups.add(name);
            if (before > 0) {
                throw new IllegalArgumentException("redefinition of group name '" + name + "' as group " + groups.size()
                        + "; was group " + before + " at position " + position);
            }
            out.append("(?<").append(javaName(groups.size())).append('>');
        }

        private int end(char close, int from) {
            int end = source.indexOf(close, from);
            if (end < 0) throw new IllegalArgumentException("missing " + close + " in \"" + source + "\"");
            return end;
        }

        private void brace() {
            int end = source.indexOf('}', at);
            String inner = end < 0 ? "" : source.substring(at + 1, end);
            boolean quantifier = end > 0 && !inner.isEmpty() && inner.matches("[0-9]*,?[0-9]*") && !inner.equals(",");
            if (!quantifier) {
                out.append("\\{");
                at++;
                return;
            }
            out.append('{')
                    .append(inner.startsWith(",") ? "0" : "")
                    .append(inner)
                    .append('}');
            at = end + 1;
        }
    }
}
