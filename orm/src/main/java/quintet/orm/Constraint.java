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

    /**
     * Every row meets a condition. Django's {@code CheckConstraint}.
     *
     * @param name the name
     * @param condition the condition
     * @param violationMessage the message, or ""
     * @param violationCode the code, or ""
     */
    record Check(String name, Node.Cond condition, String violationMessage, String violationCode)
            implements Constraint {}

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
            String violationMessage,
            String violationCode)
            implements Constraint {
        /** The same for some rows only. */
        public Unique where(Cond<?> rows) {
            return new Unique(
                    name,
                    fields,
                    expressions,
                    rows.node(),
                    nullsDistinct,
                    deferrable,
                    include,
                    violationMessage,
                    violationCode);
        }

        /** The same where NULLs count as equal or different. */
        public Unique nullsDistinct(boolean distinct) {
            return new Unique(
                    name,
                    fields,
                    expressions,
                    condition,
                    distinct,
                    deferrable,
                    include,
                    violationMessage,
                    violationCode);
        }

        /** The same, checked at the end of the transaction. */
        public Unique deferred() {
            return new Unique(
                    name,
                    fields,
                    expressions,
                    condition,
                    nullsDistinct,
                    "DEFERRED",
                    include,
                    violationMessage,
                    violationCode);
        }

        /** The same with a message of its own. */
        public Unique message(String message) {
            return new Unique(
                    name, fields, expressions, condition, nullsDistinct, deferrable, include, message, violationCode);
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
                "",
                "");
    }

    /** No two rows have the same value of this expression. */
    static Unique uniqueExpression(String name, Order<?> expression) {
        return new Unique(name, List.of(), List.of(expression.ordering()), null, null, "", List.of(), "", "");
    }
}
