package quintet.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import quintet.fields.ValidationError;

/** One pass over what was sent: each field, its check, the whole, the object. */
final class Cleaning<T> {
    private final FormSpec<T> spec;
    private final Bound draft;
    private final Errors errors;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Cleaning(FormSpec<T> spec, FormData data) {
        this.spec = spec;
        this.draft = Bound.of(spec, data);
        this.errors = new Errors(spec.fields().keySet());
    }

    Form<T> run() {
        if (spec.permitsEmpty() && !draft.hasChanged()) {
            return untouched();
        }
        draft.fields().forEach(this::cleanField);
        T made = errors.isEmpty() || spec.target().makesPartial() ? make() : null;
        for (BiConsumer<Cleaned, Errors> rule : spec.rules()) {
            guarded(() -> rule.accept(new Cleaned(values), errors));
        }
        dropFailed();
        if (!errors.isEmpty() || made == null) {
            return new Form.Invalid<>(finished());
        }
        return new Form.Valid<>(made, finished());
    }

    /** Nobody touched a form that may stay empty: nothing to check, and as a rule nothing to make. */
    private Form<T> untouched() {
        return spec.target().makesEmpty()
                ? new Form.Valid<>(spec.target().make(new Cleaned(values)), finished())
                : new Form.Unbound<>(finished());
    }

    private void cleanField(BoundField bound) {
        FieldSpec<?> field = bound.field();
        try {
            Object raw = field.isDisabled() ? bound.initial() : bound.data();
            Object value = field.clean(raw, bound.initial());
            values.put(bound.name(), value);
            FieldCheck check = spec.checks().get(bound.name());
            if (check != null) {
                values.put(bound.name(), check.check(value, new Cleaned(values)));
            }
        } catch (ValidationError problem) {
            values.remove(bound.name());
            errors.add(problem.byField() == null ? bound.name() : null, problem);
        }
    }

    private @Nullable T make() {
        Object[] made = new Object[1];
        guarded(() -> {
            T value = spec.target().make(new Cleaned(values), draft);
            made[0] = value;
            spec.target().clean(value, errors);
        });
        @SuppressWarnings("unchecked")
        T result = (T) made[0];
        return result;
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (ValidationError problem) {
            errors.add((String) null, problem);
        }
        dropFailed();
    }

    private void dropFailed() {
        errors.found().keySet().forEach(values::remove);
    }

    private Bound finished() {
        return draft.finished(errors.found(), new Cleaned(values));
    }
}
