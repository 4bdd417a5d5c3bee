package quintet.forms;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form, made when they are first looked at: a model form can then be a constant of any class without
 * loading its model while that class is being initialised.
 */
final class FieldTable {
    private final Supplier<Map<String, FieldSpec<?>>> source;
    private volatile @Nullable Map<String, FieldSpec<?>> made;

    FieldTable(Supplier<Map<String, FieldSpec<?>>> source) {
        this.source = source;
    }

    /** The fields; equal for every caller, though two threads may make them at once. */
    Map<String, FieldSpec<?>> get() {
        Map<String, FieldSpec<?>> known = made;
        if (known == null) {
            known = Collections.unmodifiableMap(new LinkedHashMap<>(source.get()));
            made = known;
        }
        return known;
    }

    /** A table with a change, made when that one is first looked at. */
    FieldTable then(UnaryOperator<Map<String, FieldSpec<?>>> change) {
        return new FieldTable(() -> change.apply(new LinkedHashMap<>(get())));
    }
}
