package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Expression;
import quintet.templates.Parser;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.Values;

/** The condition of an if tag: operators by precedence over expressions. */
abstract class Condition {
    private static final int MAX_TERMS = 500;

    /** Whether it holds. Failures inside an operator make it false. */
    abstract boolean test(Context context);

    /** The value; a truth value for operators. */
    @Nullable
    Object value(Context context) {
        return test(context);
    }

    static Condition parse(Parser parser, List<String> words) {
        return new Reader(parser, words).read();
    }

    private static final class Literal extends Condition {
        private final Expression expression;

        Literal(Expression expression) {
            this.expression = expression;
        }

        @Override
        boolean test(Context context) {
            return Values.of(context).truth(value(context), context);
        }

        @Override
        @Nullable
        Object value(Context context) {
            return expression.resolve(context, true);
        }
    }

    private static final class Not extends Condition {
        private final Condition inner;

        Not(Condition inner) {
            this.inner = inner;
        }

        @Override
        boolean test(Context context) {
            try {
                return !inner.test(context);
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    /** A chain of "and" or of "or", so that long chains do not nest. */
    private static final class Chain extends Condition {
        private final List<Condition> parts = new ArrayList<>();
        private final boolean and;

        Chain(boolean and, Condition first) {
            this.and = and;
            parts.add(first);
        }

        @Override
        boolean test(Context context) {
            boolean result = and;
            for (int i = 0; i < parts.size() && (i == 0 || result == and); i++) {
                try {
                    result = parts.get(i).test(context);
                } catch (RuntimeException e) {
                    result = false;
                    // the pair fails as a whole: "broken or fine" is false, "broken or fine or good" is "good"
                    i += i == 0 ? 1 : 0;
                }
            }
            return result;
        }
    }

    private static final class Operator extends Condition {
        private final String name;
        private final Condition left;
        private final Condition right;

        Operator(String name, Condition left, Condition right) {
            this.name = name;
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(Context context) {
            try {
                Object a = context.evaluated(left.value(context));
                Object b = context.evaluated(right.value(context));
                Compare compare = new Compare(Values.of(context));
                return switch (name) {
                    case "==" -> compare.equal(a, b);
                    case "!=" -> !compare.equal(a, b);
                    case "in" -> compare.contains(b, a);
                    case "not in" -> !compare.contains(b, a);
                    case "is" -> compare.same(a, b);
                    case "is not" -> !compare.same(a, b);
                    default -> ordered(compare.order(a, b, name));
                };
            } catch (RuntimeException e) {
                return false;
            }
        }

        private boolean ordered(@Nullable Integer order) {
            if (order == null) {
                return false;
            }
            return switch (name) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** Top-down operator precedence. */
    private static final class Reader {
        private final List<String> tokens = new ArrayList<>();
        private final List<@Nullable Condition> literals = new ArrayList<>();
        private int at;
        private int depth;

        Reader(Parser parser, List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                String next = i + 1 < words.size() ? words.get(i + 1) : "";
                if (word.equals("is") && next.equals("not") || word.equals("not") && next.equals("in")) {
                    tokens.add(word + " " + next);
                    i++;
                } else {
                    tokens.add(word);
                }
                String token = tokens.getLast();
                literals.add(power(token) > 0 ? null : new Literal(parser.expression(token)));
            }
        }

        Condition read() {
            Condition condition = expression(0);
            if (at < tokens.size()) {
                throw new TemplateSyntaxError("Unused '" + tokens.get(at) + "' at end of if expression.");
            }
            return condition;
        }

        private static int power(String token) {
            return switch (token) {
                case "or" -> 6;
                case "and" -> 7;
                case "not" -> 8;
                case "in", "not in" -> 9;
                case "is", "is not", "==", "!=", ">", ">=", "<", "<=" -> 10;
                default -> 0;
            };
        }

        private Condition expression(int limit) {
            if (++depth > MAX_TERMS) {
                throw new TemplateSyntaxError("The condition of an if tag has too many parts.");
            }
            Condition left = operand();
            while (at < tokens.size() && power(tokens.get(at)) > limit) {
                String operator = tokens.get(at++);
                if (operator.equals("not")) {
                    throw new TemplateSyntaxError("Not expecting 'not' as infix operator in if tag.");
                }
                Condition right = expression(power(operator));
                left = join(operator, left, right);
            }
            depth--;
            return left;
        }

        private static Condition join(String operator, Condition left, Condition right) {
            boolean and = operator.equals("and");
            if (and || operator.equals("or")) {
                Chain chain = left instanceof Chain c && c.and == and ? c : new Chain(and, left);
                chain.parts.add(right);
                return chain;
            }
            return new Operator(operator, left, right);
        }

        private Condition operand() {
            if (at >= tokens.size()) {
                throw new TemplateSyntaxError("Unexpected end of expression in if tag.");
            }
            String token = tokens.get(at);
            Condition literal = literals.get(at++);
            if (token.equals("not")) {
                return new Not(expression(8));
            }
            if (literal == null) {
                throw new TemplateSyntaxError("Not expecting '" + token + "' in this position in if tag.");
            }
            return literal;
        }
    }
}
