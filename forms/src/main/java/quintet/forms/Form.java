package quintet.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.ValidationError;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * A form on its way: not sent yet, sent and wrong, or sent and right. A {@code switch} over the three says what to do;
 * templates show any of them.
 *
 * <pre>{@code
 * return switch (REVIEW.read(request)) {
 *     case Form.Valid<ReviewForm>(var review, _) -> { save(review); yield redirect("/"); }
 *     case Form<ReviewForm> form -> render(request, "review.html", Map.of("form", form));
 * };
 * }</pre>
 *
 * @param <T> what the form makes of valid values
 */
public sealed interface Form<T> extends HtmlValue {
    /** The fields with names, ids and values, and all that was sent. */
    Bound raw();

    /** Nothing was sent: the form shows its initial values. */
    record Unbound<T>(Bound raw) implements Form<T> {
        @Override
        public String toString() {
            return html().toString();
        }
    }

    /** Something is wrong: the form shows what was sent, with the errors. */
    record Invalid<T>(Bound raw) implements Form<T> {
        @Override
        public String toString() {
            return html().toString();
        }
    }

    /**
     * All is right.
     *
     * @param data what the form made
     * @param raw the fields
     */
    record Valid<T>(T data, Bound raw) implements Form<T> {
        /**
         * Saves what a model form made, with its many-to-many relations.
         *
         * @return the saved object
         * @throws IllegalStateException if the form makes nothing that can be saved
         */
        public T save() {
            return target().save(data, raw.cleaned());
        }

        /** Saves only the many-to-many relations, after the object was saved (Django's {@code save_m2m}). */
        public void saveRelations() {
            target().saveRelations(data, raw.cleaned());
        }

        @SuppressWarnings("unchecked") // the form of a T has a target of T
        private FormTarget<T> target() {
            return (FormTarget<T>) raw.spec().target();
        }

        /** The form after all wrong, for what only a later step can find out: a taken name, a closed account. */
        public Invalid<T> reject(String field, String message) {
            return reject(field, new ValidationError(message));
        }

        /** Wrong at a component. */
        public Invalid<T> reject(FormField<? super T, ?> field, String message) {
            return reject(field.name(), new ValidationError(message));
        }

        /** Wrong as a whole. */
        public Invalid<T> reject(String message) {
            return reject((String) null, new ValidationError(message));
        }

        /** Wrong in the ways of an exception; a field of null means the form as a whole, or what the error says. */
        public Invalid<T> reject(@Nullable String field, ValidationError error) {
            return new Invalid<>(raw.rejected(field, error));
        }

        @Override
        public String toString() {
            return html().toString();
        }
    }

    /** Whether something was sent. */
    default boolean isBound() {
        return raw().isBound();
    }

    /** Whether it was sent and is right. */
    default boolean isValid() {
        return this instanceof Valid<T>;
    }

    /** The errors by field; those of no field under {@code __all__}. */
    default ErrorMap errors() {
        return raw().errors();
    }

    /** The errors that belong to no single field. */
    default ErrorList nonFieldErrors() {
        return raw().nonFieldErrors();
    }

    /** A field, ready to be shown. */
    default BoundField field(String name) {
        return raw().field(name);
    }

    /** The values that passed, by name; empty before anything was sent. */
    default Map<String, @Nullable Object> cleanedData() {
        return raw().cleaned().toMap();
    }

    @Override
    default SafeString html() {
        return raw().html();
    }
}
