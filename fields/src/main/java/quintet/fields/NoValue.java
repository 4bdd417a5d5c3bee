package quintet.fields;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says "no supplier" where an annotation needs a class; it supplies null. */
public final class NoValue implements Supplier<@Nullable Object> {
    @Override
    public @Nullable Object get() {
        return null;
    }
}
