package quintet.orm.internal.sql;

import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quintet.orm.Parameters;

/** A place for a value in an SQL text: which value of the query, and what is made of it. */
@FunctionalInterface
public interface Slot {
    /** Sets the next parameter. */
    void bind(Parameters to, @Nullable Object[] values);

    /** Makes something of a value before it is bound. */
    @FunctionalInterface
    interface Step {
        /** The value to bind. */
        @Nullable
        Object apply(@Nullable Object value);
    }

    /** A value of the query, checked and bound as a type. */
    static Slot of(int number, ValueType type) {
        return (to, values) -> type.bind(to, type.prepare(values[number]));
    }

    /** A value of the query after a step. */
    static Slot of(int number, ValueType type, Step step) {
        return (to, values) -> type.bind(to, step.apply(values[number]));
    }

    /** The n-th of a collection. */
    static Slot item(int number, int index, ValueType type) {
        return (to, values) -> type.bind(to, type.prepare(at(values[number], index)));
    }

    /** The n-th of a collection. */
    static @Nullable Object at(@Nullable Object collection, int index) {
        if (collection instanceof java.util.List<?> list) {
            return list.get(index);
        }
        Iterator<?> iterator = ((Collection<?>) java.util.Objects.requireNonNull(collection)).iterator();
        for (int i = 0; i < index; i++) {
            iterator.next();
        }
        return iterator.next();
    }

    /** A value that is always the same. */
    static Slot constant(@Nullable Object value, ValueType type) {
        return (to, values) -> type.bind(to, value);
    }
}
