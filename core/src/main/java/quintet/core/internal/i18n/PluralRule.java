package quintet.core.internal.i18n;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plural rule of a catalogue: gettext's C expression over {@code n}, read once. */
final class PluralRule {
    private static final Pattern HEADER = Pattern.compile("(?im)^Plural-Forms:[^;\\n]*;\\s*plural\\s*=([^;\\n]*)");
    private static final int MAX_LENGTH = 1000;

    static final PluralRule ENGLISH = new PluralRule(n -> n == 1 ? 0 : 1);

    private final Node node;

    /** One step of the expression. */
    private interface Node {
        long eval(long n);
    }

    private PluralRule(Node node) {
        this.node = node;
    }

    int index(long number) {
        return (int) Math.max(0, node.eval(Math.abs(number)));
    }

    static PluralRule fromHeader(String header, String file) {
        Matcher m = HEADER.matcher(header);
        if (!m.find()) {
            return ENGLISH;
        }
        String expression = m.group(1).strip();
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    file + ": the plural rule is longer than " + MAX_LENGTH + " characters.");
        }
        return new PluralRule(new Reader(expression, file).read());
    }

    /** Recursive descent over the operators C allows in a plural rule. */
    private static final class Reader {
        private final String text;
        private final String file;
        private int at;

        Reader(String text, String file) {
            this.text = text;
            this.file = file;
        }

        Node read() {
            Node node = ternary();
            skip();
            if (at < text.length()) {
                throw error();
            }
            return node;
        }

        private Node ternary() {
            Node test = or();
            if (!eat("?")) {
                return test;
            }
            Node yes = ternary();
            if (!eat(":")) {
                throw error();
            }
            Node no = ternary();
            return n -> test.eval(n) != 0 ? yes.eval(n) : no.eval(n);
        }

        private Node or() {
            Node left = and();
            while (eat("||")) {
                Node a = left;
                Node b = and();
                left = n -> a.eval(n) != 0 || b.eval(n) != 0 ? 1 : 0;
            }
            return left;
        }

        private Node and() {
            Node left = comparison();
            while (eat("&&")) {
                Node a = left;
                Node b = comparison();
                left = n -> a.eval(n) != 0 && b.eval(n) != 0 ? 1 : 0;
            }
            return left;
        }

        private Node comparison() {
            Node a = sum();
            for (String op : new String[] {"==", "!=", "<=", ">=", "<", ">"}) {
                if (eat(op)) {
                    Node b = sum();
                    return n -> compare(op, a.eval(n), b.eval(n)) ? 1 : 0;
                }
            }
            return a;
        }

        private static boolean compare(String op, long a, long b) {
            return switch (op) {
                case "==" -> a == b;
                case "!=" -> a != b;
                case "<=" -> a <= b;
                case ">=" -> a >= b;
                case "<" -> a < b;
                default -> a > b;
            };
        }

        private Node sum() {
            Node left = unary();
            while (true) {
                Node a = left;
                if (eat("%")) {
                    Node b = unary();
                    left = n -> b.eval(n) == 0 ? 0 : a.eval(n) % b.eval(n);
                } else if (eat("+")) {
                    Node b = unary();
                    left = n -> a.eval(n) + b.eval(n);
                } else if (eat("-")) {
                    Node b = unary();
                    left = n -> a.eval(n) - b.eval(n);
                } else if (eat("*")) {
                    Node b = unary();
                    left = n -> a.eval(n) * b.eval(n);
                } else if (eat("/")) {
                    Node b = unary();
                    left = n -> b.eval(n) == 0 ? 0 : a.eval(n) / b.eval(n);
                } else {
                    return left;
                }
            }
        }

        private Node unary() {
            skip();
            if (at < text.length() && text.charAt(at) == '!' && !text.startsWith("!=", at)) {
                at++;
                Node inner = unary();
                return n -> inner.eval(n) == 0 ? 1 : 0;
            }
            if (eat("(")) {
                Node inner = ternary();
                if (!eat(")")) {
                    throw error();
                }
                return inner;
            }
            if (eat("n")) {
                return n -> n;
            }
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < 18) {
                at++;
            }
            if (at == start) {
                throw error();
            }
            long value = Long.parseLong(text.substring(start, at));
            return n -> value;
        }

        private boolean eat(String token) {
            skip();
            if (!text.startsWith(token, at)) {
                return false;
            }
            at += token.length();
            return true;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private IllegalArgumentException error() {
            return new IllegalArgumentException(
                    file + ": cannot read the plural rule \"" + text + "\" at position " + at + ".");
        }
    }
}
