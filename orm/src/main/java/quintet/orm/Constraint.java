package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/** A rule the database keeps. */
public sealed interface Constraint {
    /** The constraint's name in the database. */
    String name();

    /** The message when validation finds it violated; "" for the built-in one. */
    String violationMessage();

    /** The code of that error; "" for the built-in one. */
    String violationCode();

    /** The same with another name. */
    Constraint named(String other);

    /**
     * Every row meets a condition. Django's {@code CheckConstraint}.
     *
     * @param name the name
     * @param condition the condition
     * @param violationMessage the message, or ""
     * @param violationCode the code, or ""
     */
    record Check(String name, Node.Cond condition, String violationMessage, String violationCode)
            implements Constraint {
        /** The same with a message and a code of its own for validation; {@code %(name)s} is the constraint's name. */
        public Check violation(String message, String code) {
            return new Check(name, condition, message, code);
        }

        @Override
        public Check named(String other) {
            return new Check(other, condition, violationMessage, violationCode);
        }
    }

    /**
     * No two rows have the same values. Django's {@code UniqueConstraint}.
     *
     * @param name the name
     * @param fields plain fields
     * @param expressions expressions instead of fields
     * @param condition the rows it is about; null: all
     * @param nullsDistinct whether NULLs count as different; null: as the database has it
     * @param deferrable {@code DEFERRED}, {@code IMMEDIATE} or ""
     * @param include columns kept beside the key
     * @param opclasses PostgreSQL operator classes, one for each field
     * @param violationMessage the message, or ""
     * @param violationCode the code, or ""
     */
    record Unique(
            String name,
            List<String> fields,
            List<Node.Ordering> expressions,
            Node.@Nullable Cond condition,
            @Nullable Boolean nullsDistinct,
            String deferrable,
            List<String> include,
            List<String> opclasses,
            String violationMessage,
            String violationCode)
            implements Constraint {
        /** The same for some rows only. */
        public Unique where(Cond<?> rows) {
            return with(rows.node(), nullsDistinct, deferrable, include, opclasses);
        }

        /** The same where NULLs count as equal or different. */
        public Unique nullsDistinct(boolean distinct) {
            return with(condition, distinct, deferrable, include, opclasses);
        }

        /** The same, checked at the end of the transaction. Django's {@code Deferrable.DEFERRED}. */
        public Unique deferred() {
            return with(condition, nullsDistinct, "DEFERRED", include, opclasses);
        }

        /** The same, checked at each statement unless a transaction defers it. Django's {@code Deferrable.IMMEDIATE}. */
        public Unique immediate() {
            return with(condition, nullsDistinct, "IMMEDIATE", include, opclasses);
        }

        /** The same with columns kept beside the key, so that queries need not read the table. */
        public Unique including(Token<?>... columns) {
            List<String> paths =
                    java.util.Arrays.stream(columns).map(Token::path).toList();
            return with(condition, nullsDistinct, deferrable, paths, opclasses);
        }

        /** The same with PostgreSQL operator classes, one for each field. */
        public Unique opclasses(String... names) {
            return with(condition, nullsDistinct, deferrable, include, List.of(names));
        }

        /** The same with one expression more. */
        public Unique then(Order<?> expression) {
            List<Node.Ordering> more = new java.util.ArrayList<>(expressions);
            more.add(expression.ordering());
            return new Unique(
                    name,
                    fields,
                    List.copyOf(more),
                    condition,
                    nullsDistinct,
                    deferrable,
                    include,
                    opclasses,
                    violationMessage,
                    violationCode);
        }

        /** The same with a message of its own for validation. */
        public Unique message(String message) {
            return violation(message, violationCode);
        }

        /** The same with a message and a code of its own for validation; {@code %(name)s} is the constraint's name. */
        public Unique violation(String message, String code) {
            return new Unique(
                    name, fields, expressions, condition, nullsDistinct, deferrable, include, opclasses, message, code);
        }

        @Override
        public Unique named(String other) {
            return new Unique(
                    other,
                    fields,
                    expressions,
                    condition,
                    nullsDistinct,
                    deferrable,
                    include,
                    opclasses,
                    violationMessage,
                    violationCode);
        }

        private Unique with(
                Node.@Nullable Cond rows,
                @Nullable Boolean distinct,
                String when,
                List<String> columns,
                List<String> classes) {
            return new Unique(
                    name, fields, expressions, rows, distinct, when, columns, classes, violationMessage, violationCode);
        }
    }

    /**
     * No two rows stand to each other as all of its operators say: no two bookings of one room overlap. PostgreSQL only. Django's
     * {@code ExclusionConstraint}.
     *
     * @param name the name
     * @param elements what is compared, each by its operator
     * @param method the kind of index: {@code gist}, {@code spgist} or {@code hash}
     * @param condition the rows it is about; null: all
     * @param deferrable {@code DEFERRED}, {@code IMMEDIATE} or ""
     * @param include columns kept beside the key
     * @param violationMessage the message, or ""
     * @param violationCode the code, or ""
     */
    record Exclusion(
            String name,
            List<Element> elements,
            String method,
            Node.@Nullable Cond condition,
            String deferrable,
            List<String> include,
            String violationMessage,
            String violationCode)
            implements Constraint {
        /** What is compared, and how. */
        public record Element(Node.Ordering expression, String operator) {}

        /** The same with one more field or expression. */
        public Exclusion with(Order<?> expression, RangeOperator operator) {
            return with(expression, operator.sql());
        }

        /** The same with one more field or expression, compared by any operator of PostgreSQL. */
        public Exclusion with(Order<?> expression, String operator) {
            return with(new Element(expression.ordering(), operator));
        }

        /** The same with one more relation, whose keys are compared. */
        public Exclusion with(Relation<?, ?> relation, RangeOperator operator) {
            return with(new Element(Order.of(relation.path()).ordering(), operator.sql()));
        }

        private Exclusion with(Element element) {
            if (!element.operator().matches("[-+*/<>=~!@#%^&|`?]{1,10}")) {
                throw new IllegalArgumentException("'" + element.operator()
                        + "' is no operator of PostgreSQL. Write one such as && or =, or use RangeOperator.");
            }
            List<Element> more = new java.util.ArrayList<>(elements);
            more.add(element);
            return copy(List.copyOf(more), method, condition, deferrable, include);
        }

        /** The same in an index of another kind: {@code gist}, {@code spgist} or {@code hash}. */
        public Exclusion using(String kind) {
            if (!List.of("gist", "spgist", "hash").contains(kind)) {
                throw new IllegalArgumentException(
                        "Exclusion constraints only support gist, spgist and hash indexes, not '" + kind + "'.");
            }
            return copy(elements, kind, condition, deferrable, include);
        }

        /** The same for some rows only. */
        public Exclusion where(Cond<?> rows) {
            return copy(elements, method, rows.node(), deferrable, include);
        }

        /** The same, checked at the end of the transaction. */
        public Exclusion deferred() {
            return copy(elements, method, condition, "DEFERRED", include);
        }

        /** The same, checked at each statement unless a transaction defers it. */
        public Exclusion immediate() {
            return copy(elements, method, condition, "IMMEDIATE", include);
        }

        /** The same with columns kept beside the key. */
        public Exclusion including(Token<?>... columns) {
            return copy(
                    elements,
                    method,
                    condition,
                    deferrable,
                    java.util.Arrays.stream(columns).map(Token::path).toList());
        }

        /** The same with a message and a code of its own for validation; {@code %(name)s} is the constraint's name. */
        public Exclusion violation(String message, String code) {
            return new Exclusion(name, elements, method, condition, deferrable, include, message, code);
        }

        @Override
        public Exclusion named(String other) {
            return new Exclusion(
                    other, elements, method, condition, deferrable, include, violationMessage, violationCode);
        }

        private Exclusion copy(
                List<Element> parts, String kind, Node.@Nullable Cond rows, String when, List<String> columns) {
            return new Exclusion(name, parts, kind, rows, when, columns, violationMessage, violationCode);
        }
    }

    /**
     * No two rows stand to each other as its operators say: {@code exclude("no_double_booking").with(Booking_.room(),
     * EQUAL).with(Booking_.during, OVERLAPS)}. PostgreSQL only.
     */
    static Exclusion exclude(String name) {
        return new Exclusion(name, List.of(), "gist", null, "", List.of(), "", "");
    }

    /** Every row meets a condition. */
    static Check check(String name, Cond<?> condition) {
        return new Check(name, condition.node(), "", "");
    }

    /** No two rows have the same values in these fields. */
    static Unique unique(String name, Token<?>... fields) {
        return new Unique(
                name,
                java.util.Arrays.stream(fields).map(Token::path).toList(),
                List.of(),
                null,
                null,
                "",
                List.of(),
                List.of(),
                "",
                "");
    }

    /** No two rows have the same value of this expression. */
    static Unique uniqueExpression(String name, Order<?> expression) {
        return new Unique(
                name, List.of(), List.of(expression.ordering()), null, null, "", List.of(), List.of(), "", "");
    }
}
