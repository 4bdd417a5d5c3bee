package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.Nullable;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class RefLoader {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static void load(Ref<?> r, Class<?> type, @Nullable Object context, int field, @Nullable String back) {
        throw x();
    }
}
