package quintet.orm;

import com.google.errorprone.annotations.CheckReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A named constraint of a model, as migrations know it. */
@CheckReturnValue
public sealed interface ConstraintState {
    /** The constraint's name in the database. */
    String name();

    /** Code of the validation error, or null for the default. */
    @Nullable
    String violationErrorCode();

    /** Message of the validation error, or null for the default. */
    @Nullable
    String violationErrorMessage();

    /** A copy with another code and message of the validation error; null leaves the default. */
    ConstraintState violation(@Nullable String code, @Nullable String message);

    /** When a deferrable constraint is checked. */
    enum Deferrable {
        /** At commit. */
        DEFERRED,
        /** After each statement, unless the transaction defers it. */
        IMMEDIATE
    }

    /** A condition each row must meet. */
    record Check(
            String name,
            SchemaExpr.Q condition,
            @Nullable String violationErrorCode,
            @Nullable String violationErrorMessage)
            implements ConstraintState {
        @Override
        public Check violation(@Nullable String code, @Nullable String message) {
            return new Check(name, condition, code, message);
        }
    }

    /** Values that occur once; over fields or expressions. */
    record Unique(
            String name,
            List<String> fields,
            SchemaExpr.@Nullable Q condition,
            @Nullable Deferrable deferrable,
            List<String> include,
            List<String> opclasses,
            @Nullable Boolean nullsDistinct,
            List<SchemaExpr> expressions,
            @Nullable String violationErrorCode,
            @Nullable String violationErrorMessage)
            implements ConstraintState {

        /** A copy that covers only the rows of the condition. */
        public Unique condition(SchemaExpr.Q condition) {
            return copy(condition, deferrable, include, opclasses, nullsDistinct, expressions);
        }

        /** A copy that is checked at commit, or can be. */
        public Unique deferrable(Deferrable when) {
            return copy(condition, when, include, opclasses, nullsDistinct, expressions);
        }

        /** A copy that stores these fields in its index too. */
        public Unique include(String... fields) {
            return copy(condition, deferrable, List.of(fields), opclasses, nullsDistinct, expressions);
        }

        /** A copy with PostgreSQL operator classes, one per field. */
        public Unique opclasses(String... names) {
            return copy(condition, deferrable, include, List.of(names), nullsDistinct, expressions);
        }

        /** A copy that says whether two NULLs count as different. */
        public Unique nullsDistinct(boolean distinct) {
            return copy(condition, deferrable, include, opclasses, distinct, expressions);
        }

        /** A copy with one more expression. */
        public Unique expression(SchemaExpr expression) {
            List<SchemaExpr> all = new ArrayList<>(expressions);
            all.add(expression);
            return copy(condition, deferrable, include, opclasses, nullsDistinct, List.copyOf(all));
        }

        @Override
        public Unique violation(@Nullable String code, @Nullable String message) {
            return new Unique(
                    name, fields, condition, deferrable, include, opclasses, nullsDistinct, expressions, code, message);
        }

        private Unique copy(
                SchemaExpr.@Nullable Q condition,
                @Nullable Deferrable deferrable,
                List<String> include,
                List<String> opclasses,
                @Nullable Boolean nullsDistinct,
                List<SchemaExpr> expressions) {
            return new Unique(
                    name,
                    fields,
                    condition,
                    deferrable,
                    include,
                    opclasses,
                    nullsDistinct,
                    expressions,
                    violationErrorCode,
                    violationErrorMessage);
        }
    }

    /** Rows that must not stand to each other as the operators say. PostgreSQL only. */
    record Exclusion(
            String name,
            List<Element> elements,
            String indexType,
            SchemaExpr.@Nullable Q condition,
            @Nullable Deferrable deferrable,
            List<String> include,
            @Nullable String violationErrorCode,
            @Nullable String violationErrorMessage)
            implements ConstraintState {
        /** What is compared, and by which operator. */
        public record Element(SchemaExpr expression, String operator) {}

        /** A copy with one more field. */
        public Exclusion element(String field, String operator) {
            return element(SchemaExpr.f(field), operator);
        }

        /** A copy with one more expression. */
        public Exclusion element(SchemaExpr expression, String operator) {
            List<Element> all = new ArrayList<>(elements);
            all.add(new Element(expression, operator));
            return copy(List.copyOf(all), indexType, condition, deferrable, include);
        }

        /** A copy in an index of another kind: {@code spgist} or {@code hash}. */
        public Exclusion using(String kind) {
            return copy(elements, kind, condition, deferrable, include);
        }

        /** A copy that covers only the rows of the condition. */
        public Exclusion condition(SchemaExpr.Q condition) {
            return copy(elements, indexType, condition, deferrable, include);
        }

        /** A copy that is checked at commit, or can be. */
        public Exclusion deferrable(Deferrable when) {
            return copy(elements, indexType, condition, when, include);
        }

        /** A copy that stores these fields in its index too. */
        public Exclusion include(String... fields) {
            return copy(elements, indexType, condition, deferrable, List.of(fields));
        }

        @Override
        public Exclusion violation(@Nullable String code, @Nullable String message) {
            return new Exclusion(name, elements, indexType, condition, deferrable, include, code, message);
        }

        private Exclusion copy(
                List<Element> elements,
                String indexType,
                SchemaExpr.@Nullable Q condition,
                @Nullable Deferrable deferrable,
                List<String> include) {
            return new Exclusion(
                    name,
                    elements,
                    indexType,
                    condition,
                    deferrable,
                    include,
                    violationErrorCode,
                    violationErrorMessage);
        }
    }
}
