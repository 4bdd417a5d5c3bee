package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.migrations.FieldOptions;

/**
 * An expression inside a schema: the condition of a constraint or index, a database default, the value of a generated column. Plain
 * data with field names as strings, so that a migration stays valid when the models change.
 *
 * <pre>{@code
 * check("stock_not_negative", q("stock__gte", 0))
 * index().expression(func("Lower", "title")).name("title_lower")
 * dateTimeField().dbDefault(func("Now"))
 * }</pre>
 */
@CheckReturnValue
public sealed interface SchemaExpr {

    /** A condition by Django's lookup spelling: {@code q("stock__gte", 0)}. */
    static Q q(String lookup, @Nullable Object value) {
        return new Q("AND", false, List.of(new Test(lookup, value)));
    }

    /** A column of the same row. */
    static F f(String field) {
        return new F(field);
    }

    /** A literal value. */
    static Value value(@Nullable Object value) {
        return new Value(value, null);
    }

    /**
     * A database function by its Django name: {@code func("Lower", "title")}, {@code func("Now")}. String arguments name fields; wrap a
     * literal in {@link #value}.
     */
    static Func func(String name, Object... arguments) {
        return new Func(name, List.of(arguments), Map.of());
    }

    /** Arithmetic of two operands, {@code combined(f("price"), "*", value(2))}. */
    static Combined combined(Object left, String operator, Object right) {
        return new Combined(left, operator, right);
    }

    /** SQL as written, for what no function here expresses. */
    static Sql sql(String text) {
        return new Sql(text);
    }

    /** Descending order, for index expressions. */
    default OrderBy desc() {
        return new OrderBy(this, true, Map.of());
    }

    /** Ascending order, for index expressions. */
    default OrderBy asc() {
        return new OrderBy(this, false, Map.of());
    }

    /** One lookup with its value, part of a {@link Q}. */
    record Test(String lookup, @Nullable Object value) implements SchemaExpr {
        /** Brings numbers into one Java type. */
        public Test {
            value = FieldOptions.plain(value);
        }
    }

    /** A tree of conditions, Django's {@code Q}. */
    record Q(String connector, boolean negated, List<SchemaExpr> children) implements SchemaExpr {
        /** Both hold. */
        public Q and(Q other) {
            return combine(other, "AND");
        }

        /** At least one holds. */
        public Q or(Q other) {
            return combine(other, "OR");
        }

        /** Exactly one holds. */
        public Q xor(Q other) {
            return combine(other, "XOR");
        }

        /** The opposite. */
        public Q not() {
            return new Q("AND", true, negated || !connector.equals("AND") ? List.of(this) : children);
        }

        private Q combine(Q other, String with) {
            if (children.isEmpty()) {
                return other;
            }
            if (other.children.isEmpty()) {
                return this;
            }
            List<SchemaExpr> all = new ArrayList<>();
            for (Q part : List.of(this, other)) {
                if (!part.negated && (part.connector.equals(with) || part.children.size() == 1)) {
                    all.addAll(part.children);
                } else {
                    all.add(part);
                }
            }
            return new Q(with, false, List.copyOf(all));
        }
    }

    /** A column of the same row. */
    record F(String name) implements SchemaExpr {}

    /** A literal; the output field says how it is stored where its Java type does not. */
    record Value(@Nullable Object value, @Nullable FieldState outputField) implements SchemaExpr {
        /** Brings numbers into one Java type. */
        public Value {
            value = FieldOptions.plain(value);
        }
    }

    /** A function call; keyword arguments under Django's names. */
    record Func(String name, List<Object> args, Map<String, Object> kwargs) implements SchemaExpr {
        /** A copy with a keyword argument, such as {@code with("output_field", charField(9))}. */
        public Func with(String name, Object value) {
            Map<String, Object> changed = new LinkedHashMap<>(kwargs);
            changed.put(name, value);
            return new Func(this.name, args, Collections.unmodifiableMap(changed));
        }
    }

    /** Two operands and an operator. */
    record Combined(Object left, String operator, Object right) implements SchemaExpr {}

    /** An expression with a direction; options are {@code nulls_first} and {@code nulls_last}. */
    record OrderBy(SchemaExpr expression, boolean descending, Map<String, Object> options) implements SchemaExpr {}

    /** SQL as written. */
    record Sql(String text) implements SchemaExpr {}

    /** Several conditions that all hold. */
    static Q all(Q... conditions) {
        return Arrays.stream(conditions).reduce(new Q("AND", false, List.of()), Q::and);
    }
}
