package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.Nullable;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Deleter {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static Deleted delete(KeyedModel<?> o, @Nullable String db) {
        throw x();
    }
}
