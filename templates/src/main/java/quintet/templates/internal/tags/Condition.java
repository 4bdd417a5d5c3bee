package quintet.templates.internal.tags;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.Parser;
import quintet.templates.SafeString;
import quintet.templates.TemplateSyntaxError;
import quintet.templates.internal.compile.Comparison;
import quintet.templates.internal.compile.Emitter;
import quintet.templates.internal.compile.Relation;
import quintet.templates.internal.compile.Test;
import quintet.templates.internal.parse.FilterExpression;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.Values;

/** The condition of an if tag: operators by precedence over expressions. */
abstract class Condition implements Test, Emitter.Choice {
    private static final int MAX_TERMS = 500;

    /** Whether it holds. Failures inside an operator make it false. */
    @Override
    public abstract boolean test(Context context);

    @Override
    public void compile(Emitter to) {
        to.test(this);
    }

    /** Whether all filters in it are the engine's own. */
    abstract boolean isBuiltin();

    /** How much code it is, roughly in bytes. */
    int weight() {
        return 30;
    }

    /** The value; a truth value for operators. */
    @Nullable
    Object value(Context context) {
        return test(context);
    }

    static Condition parse(Parser parser, List<String> words) {
        return new Reader(parser, words).read();
    }

    private static final class Literal extends Condition {
        private final FilterExpression expression;

        Literal(FilterExpression expression) {
            this.expression = expression;
        }

        @Override
        public boolean test(Context context) {
            return Values.of(context).truth(value(context), context);
        }

        @Override
        @Nullable
        Object value(Context context) {
            return expression.resolve(context, true);
        }

        @Override
        boolean isBuiltin() {
            return expression.isBuiltin();
        }

        @Override
        public void compile(Emitter to) {
            if (expression.hasFilters()) {
                to.test(this);
            } else {
                to.truth(expression);
            }
        }

        @Override
        int weight() {
            return weight(expression);
        }

        static int weight(FilterExpression expression) {
            return 40 + 55 * expression.variable().steps().length;
        }
    }

    private static final class Not extends Condition {
        private final Condition inner;

        Not(Condition inner) {
            this.inner = inner;
        }

        @Override
        boolean isBuiltin() {
            return inner.isBuiltin();
        }

        @Override
        public boolean test(Context context) {
            try {
                return !inner.test(context);
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    /** A chain of "and" or of "or", so that long chains do not nest. */
    private static final class Chain extends Condition {
        private final List<Condition> parts = new ArrayList<>(2);
        private final boolean and;

        Chain(boolean and, Condition first) {
            this.and = and;
            parts.add(first);
        }

        @Override
        boolean isBuiltin() {
            for (Condition part : parts) {
                if (!part.isBuiltin()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean test(Context context) {
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

    private static class Operator extends Condition {
        private final Relation relation;
        private final Condition left;
        private final Condition right;

        Operator(Relation relation, Condition left, Condition right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        final boolean isBuiltin() {
            return left.isBuiltin() && right.isBuiltin();
        }

        @Override
        public boolean test(Context context) {
            try {
                return compare(left.value(context), right.value(context), context);
            } catch (RuntimeException e) {
                return false;
            }
        }

        /** Whether it holds for values; false if it fails. */
        final boolean judge(@Nullable Object a, @Nullable Object b, Context context) {
            try {
                return compare(a, b, context);
            } catch (RuntimeException e) {
                return false;
            }
        }

        private boolean compare(@Nullable Object left, @Nullable Object right, Context context) {
            Object a = context.evaluated(left);
            Object b = context.evaluated(right);
            return switch (relation) {
                case EQUAL -> equal(a, b, context);
                case UNEQUAL -> !equal(a, b, context);
                case IN -> by(context).contains(b, a);
                case NOT_IN -> !by(context).contains(b, a);
                case IS -> by(context).same(a, b);
                case IS_NOT -> !by(context).same(a, b);
                case LESS, AT_MOST, GREATER, AT_LEAST -> ordered(by(context).order(a, b, relation.sign()));
            };
        }

        private static Compare by(Context context) {
            return new Compare(Values.of(context));
        }

        private static boolean equal(@Nullable Object a, @Nullable Object b, Context context) {
            String x = plainText(a);
            String y = x == null ? null : plainText(b);
            return x != null && y != null ? x.equals(y) : by(context).equal(a, b);
        }

        /** A text as it mostly comes: from a member, or quoted in the template. */
        private static @Nullable String plainText(@Nullable Object value) {
            if (value instanceof String s) {
                return s;
            }
            return value instanceof SafeString s ? s.toString() : null;
        }

        private boolean ordered(@Nullable Integer order) {
            if (order == null) {
                return false;
            }
            return switch (relation) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case GREATER -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** An operator between two values without filters, for which there is code. */
    private static final class Simple extends Operator implements Comparison {
        private final Relation relation;
        private final FilterExpression left;
        private final FilterExpression right;
        private final @Nullable Number constant;

        Simple(Relation relation, Literal left, Literal right) {
            super(relation, left, right);
            this.relation = relation;
            this.left = left.expression;
            this.right = right.expression;
            this.constant = Comparison.constant(this);
        }

        @Override
        public boolean test(Context context) {
            if (constant != null) {
                int known = left.variable().compare(relation, constant, context);
                if (known >= 0) {
                    return known > 0;
                }
            }
            return super.test(context);
        }

        @Override
        public FilterExpression left() {
            return left;
        }

        @Override
        public FilterExpression right() {
            return right;
        }

        @Override
        public boolean holds(@Nullable Object a, @Nullable Object b, Context context) {
            return judge(a, b, context);
        }

        @Override
        public Relation relation() {
            return relation;
        }

        @Override
        public void compile(Emitter to) {
            to.relation(this);
        }

        @Override
        int weight() {
            return 60 + Literal.weight(left) + Literal.weight(right);
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
                literals.add(power(token) > 0 ? null : new Literal((FilterExpression) parser.expression(token)));
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
            Relation relation = Relation.of(operator);
            return left instanceof Literal a
                            && right instanceof Literal b
                            && !a.expression.hasFilters()
                            && !b.expression.hasFilters()
                    ? new Simple(relation, a, b)
                    : new Operator(relation, left, right);
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
