package quintet.orm.internal.load;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowState;

/**
 * Fields that {@code only} or {@code defer} left out of an object. Assigning a Java field tells nobody, so one that was
 * given a value since is known by holding something else than a new object does; it then counts as loaded, as in Django.
 */
final class LeftOut {
    private static final Backdoor DOOR = Backdoor.get();

    private LeftOut() {}

    /** Counts as loaded what was left out and has been given a value since. */
    static RowState settle(KeyedModel<?> object) {
        RowState state = DOOR.state(object);
        if (state.deferred() == null) {
            return state;
        }
        KeyedModel<?> blank = (KeyedModel<?>) object.meta().make();
        for (FieldMeta field : object.meta().columns()) {
            if (state.isDeferred(field.index()) && !isSame(field.get(object), field.get(blank))) {
                state = state.loaded(field.index());
            }
        }
        DOOR.state(object, state);
        return state;
    }

    /** References that point to nothing are the same here. */
    private static boolean isSame(@Nullable Object mine, @Nullable Object blank) {
        boolean nothing = isNothing(mine);
        return nothing || isNothing(blank) ? nothing && isNothing(blank) : Objects.deepEquals(mine, blank);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value instanceof Ref<?> ref && !ref.isPresent();
    }
}
