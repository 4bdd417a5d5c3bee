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
