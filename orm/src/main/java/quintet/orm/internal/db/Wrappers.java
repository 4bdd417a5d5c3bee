package quintet.orm.internal.db;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.orm.ExecuteWrapper;

/** The code around statements, from the outside in. */
public final class Wrappers {
    private static final ScopedValue<Chain> CHAIN = ScopedValue.newInstance();

    private Wrappers() {}

    /** A wrapper and those around it. */
    private record Chain(ExecuteWrapper wrapper, @Nullable Chain outer) {
        @Nullable
        Object run(ExecuteWrapper.Statement statement, Supplier<@Nullable Object> inner) {
            Supplier<@Nullable Object> mine = () -> wrapper.execute(statement, inner);
            return outer == null ? mine.get() : outer.run(statement, mine);
        }
    }

    /** Runs code with one more wrapper. */
    public static <T, X extends Throwable> T within(ExecuteWrapper wrapper, ScopedValue.CallableOp<? extends T, X> code)
            throws X {
        return ScopedValue.where(CHAIN, new Chain(wrapper, CHAIN.isBound() ? CHAIN.get() : null))
                .call(code);
    }

    /** Whether there are any. */
    public static boolean any() {
        return CHAIN.isBound();
    }

    /** Runs a statement within all of them. */
    @SuppressWarnings({"unchecked", "NullAway"}) // wrappers give back what the statement gave
    public static <T> T run(String database, String sql, boolean writes, Supplier<T> statement) {
        return (T) CHAIN.get().run(new ExecuteWrapper.Statement(database, sql, writes), statement::get);
    }
}
