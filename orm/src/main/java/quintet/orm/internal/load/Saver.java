package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Saver {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static void save(KeyedModel<?> o, Save s) {
        throw x();
    }

    public static void refresh(KeyedModel<?> o, Collection<String> f) {
        throw x();
    }
}
