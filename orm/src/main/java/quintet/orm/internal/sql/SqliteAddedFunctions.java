package quintet.orm.internal.sql;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Mathematics, texts and aggregates that Django adds to SQLite, under its names. */
final class SqliteAddedFunctions {
    private SqliteAddedFunctions() {}

    static void register(Connection connection) throws SQLException {
        numbers(connection);
        texts(connection);
        Function.create(connection, "BIT_AND", new Bits((a, b) -> a & b));
        Function.create(connection, "BIT_OR", new Bits((a, b) -> a | b));
        Function.create(connection, "BIT_XOR", new Bits((a, b) -> a ^ b));
        Function.create(connection, "ANY_VALUE", new Any());
        Function.create(connection, "STDDEV_POP", new Spread(true, 0));
        Function.create(connection, "STDDEV_SAMP", new Spread(true, 1));
        Function.create(connection, "VAR_POP", new Spread(false, 0));
        Function.create(connection, "VAR_SAMP", new Spread(false, 1));
    }

    /** SQLite's own SIN, COS, TAN, ATAN and ATAN2 stay: they round as other databases do, Java's not always. */
    private static void numbers(Connection connection) throws SQLException {
        one(connection, "ACOS", Math::acos);
        one(connection, "ASIN", Math::asin);
        one(connection, "COT", x -> 1 / Math.tan(x));
        one(connection, "DEGREES", Math::toDegrees);
        one(connection, "EXP", Math::exp);
        one(connection, "LN", Math::log);
        one(connection, "RADIANS", Math::toRadians);
        one(connection, "SQRT", Math::sqrt);
        two(connection, "LOG", (base, x) -> Math.log(x) / Math.log(base));
        two(connection, "MOD", (a, b) -> a % b);
        add(connection, "POWER", new Power());
        whole(connection, "CEILING", Math::ceil);
        whole(connection, "FLOOR", Math::floor);
        whole(connection, "SIGN", Math::signum);
        add(connection, "PI", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(Math.PI);
            }
        });
    }

    private static void texts(Connection connection) throws SQLException {
        text(connection, "REVERSE", text -> new StringBuilder(text).reverse().toString());
        text(connection, "MD5", text -> digest("MD5", text));
        text(connection, "SHA1", text -> digest("SHA-1", text));
        text(connection, "SHA224", text -> digest("SHA-224", text));
        text(connection, "SHA256", text -> digest("SHA-256", text));
        text(connection, "SHA384", text -> digest("SHA-384", text));
        text(connection, "SHA512", text -> digest("SHA-512", text));
        add(connection, "LPAD", new Pad(true));
        add(connection, "RPAD", new Pad(false));
        add(connection, "REPEAT", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                String text = value_text(0);
                if (text == null || value_text(1) == null) {
                    result();
                } else {
                    result(text.repeat(Math.max(0, value_int(1))));
                }
            }
        });
    }

    private static void add(Connection connection, String name, Function function) throws SQLException {
        Function.create(connection, name, function, Function.FLAG_DETERMINISTIC);
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] bytes = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void one(Connection connection, String name, DoubleUnaryOperator body) throws SQLException {
        add(connection, name, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                if (value_text(0) == null) {
                    result();
                    return;
                }
                number(body.applyAsDouble(value_double(0)));
            }

            private void number(double value) throws SQLException {
                if (Double.isNaN(value)) {
                    error("math domain error");
                } else {
                    result(value);
                }
            }
        });
    }

    private static void two(Connection connection, String name, DoubleBinaryOperator body) throws SQLException {
        add(connection, name, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                if (value_text(0) == null || value_text(1) == null) {
                    result();
                    return;
                }
                double value = body.applyAsDouble(value_double(0), value_double(1));
                if (Double.isNaN(value)) {
                    error("math domain error");
                } else {
                    result(value);
                }
            }
        });
    }

    /** Whole results of any number. */
    private static void whole(Connection connection, String name, DoubleUnaryOperator body) throws SQLException {
        add(connection, name, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                if (value_text(0) == null) {
                    result();
                } else {
                    result((long) body.applyAsDouble(value_double(0)));
                }
            }
        });
    }

    private static void text(Connection connection, String name, UnaryOperator<String> body) throws SQLException {
        add(connection, name, new Function() {
            @Override
            protected void xFunc() throws SQLException {
                String text = value_text(0);
                if (text == null) {
                    result();
                } else {
                    result(body.apply(text));
                }
            }
        });
    }

    /** Whole numbers stay whole. */
    private static final class Power extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String base = value_text(0);
            String exponent = value_text(1);
            if (base == null || exponent == null) {
                result();
                return;
            }
            boolean whole = base.matches("-?\\d+") && exponent.matches("\\d{1,3}");
            BigDecimal exact = whole ? new BigDecimal(base).pow(Integer.parseInt(exponent)) : null;
            if (exact != null && exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
                result(exact.longValue());
            } else {
                result(Math.pow(value_double(0), value_double(1)));
            }
        }
    }

    private static final class Pad extends Function {
        private final boolean left;

        private Pad(boolean left) {
            this.left = left;
        }

        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            String fill = value_text(2);
            if (text == null || fill == null || value_text(1) == null) {
                result();
                return;
            }
            int length = value_int(1);
            int missing = length - text.length();
            if (missing <= 0 || fill.isEmpty()) {
                result(text.substring(0, Math.min(text.length(), Math.max(0, length))));
                return;
            }
            String padding = fill.repeat(missing / fill.length() + 1).substring(0, missing);
            result(left ? padding + text : text + padding);
        }
    }

    /** Bits of all values; null for none. */
    private static final class Bits extends Function.Aggregate {
        private final LongBinaryOperator operator;
        private @Nullable Long bits;

        private Bits(LongBinaryOperator operator) {
            this.operator = operator;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_text(0) != null) {
                long value = value_long(0);
                bits = bits == null ? value : operator.applyAsLong(bits, value);
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            if (bits == null) {
                result();
            } else {
                result(bits.longValue());
            }
        }
    }

    /** The value of the first row. */
    private static final class Any extends Function.Aggregate {
        private boolean seen;
        private @Nullable Object value;

        @Override
        protected void xStep() throws SQLException {
            if (!seen) {
                seen = true;
                String text = value_text(0);
                value = text == null ? null : typed(text);
            }
        }

        private Object typed(String text) throws SQLException {
            return switch (value_type(0)) {
                case 1 -> (Object) value_long(0);
                case 2 -> value_double(0);
                default -> text;
            };
        }

        @Override
        protected void xFinal() throws SQLException {
            switch (value) {
                case Long number -> result(number.longValue());
                case Double number -> result(number.doubleValue());
                case null -> result();
                default -> result(value.toString());
            }
        }
    }

    /** The spread of numbers, from exact sums: the result is right to the last digit, whatever the order of rows. */
    private static final class Spread extends Function.Aggregate {
        private static final MathContext ENOUGH = new MathContext(40);

        private final boolean root;
        private final int less;
        private long count;
        private boolean finite = true;
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal squares = BigDecimal.ZERO;

        private Spread(boolean root, int less) {
            this.root = root;
            this.less = less;
        }

        @Override
        protected void xStep() throws SQLException {
            if (value_text(0) == null) {
                return;
            }
            double number = value_double(0);
            finite &= Double.isFinite(number);
            if (finite) {
                BigDecimal value = new BigDecimal(number);
                count++;
                sum = sum.add(value);
                squares = squares.add(value.multiply(value));
            }
        }

        @Override
        protected void xFinal() throws SQLException {
            if (count <= less || !finite) {
                result();
                return;
            }
            BigDecimal rows = BigDecimal.valueOf(count);
            BigDecimal variance = rows.multiply(squares)
                    .subtract(sum.multiply(sum))
                    .divide(rows.multiply(BigDecimal.valueOf(count - less)), ENOUGH);
            result((root ? variance.sqrt(ENOUGH) : variance).doubleValue());
        }
    }
}
