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
}
