package quintet.orm.internal.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a query, newest first, with the hash of all: a chain, so that a query and the copies made from it share
 * what they have in common. No operations are null.
 */
final class Operations {
    /** Longer chains are not walked by recursion. */
    private static final int DEEPEST = 200;

    private final @Nullable Operations before;
    private final Operation operation;
    private final int hash;
    private final int size;

    private Operations(@Nullable Operations before, Operation operation) {
        this.before = before;
        this.operation = operation;
        this.hash = (before == null ? 1 : before.hash) * 31 + operation.hashCode();
        this.size = before == null ? 1 : before.size + 1;
    }

    /** With one more at the end. */
    static Operations with(@Nullable Operations before, Operation operation) {
        return new Operations(before, operation);
    }

    /** All of a list; null if it is empty. */
    static @Nullable Operations of(List<Operation> list) {
        Operations all = null;
        for (Operation operation : list) {
            all = new Operations(all, operation);
        }
        return all;
    }

    /** In order. */
    static List<Operation> list(@Nullable Operations all) {
        List<Operation> list = new ArrayList<>(all == null ? 0 : all.size);
        for (Operations step = all; step != null; step = step.before) {
            list.add(step.operation);
        }
        return list.reversed();
    }

    /** Visits them in order, without making a list of them. */
    static void each(@Nullable Operations all, Consumer<Operation> visitor) {
        if (all != null && all.size > DEEPEST) {
            list(all).forEach(visitor);
        } else {
            walk(all, visitor);
        }
    }

    private static void walk(@Nullable Operations step, Consumer<Operation> visitor) {
        if (step != null) {
            walk(step.before, visitor);
            visitor.accept(step.operation);
        }
    }

    /** Whether one of them gives values instead of objects. */
    static boolean giveValues(@Nullable Operations all) {
        for (Operations step = all; step != null; step = step.before) {
            if (step.operation instanceof Operation.Values) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Operations)) {
            return false;
        }
        Operations a = this;
        Operations b = (Operations) other;
        while (true) {
            if (a == b) {
                return true;
            }
            if (a.hash != b.hash || a.size != b.size || !a.operation.equals(b.operation)) {
                return false;
            }
            if (a.before == null || b.before == null) {
                return a.before == b.before;
            }
            a = a.before;
            b = b.before;
        }
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
