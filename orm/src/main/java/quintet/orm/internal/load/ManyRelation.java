package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class ManyRelation {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static Query query(KeyedModel<?> o, String name) {
        throw x();
    }

    public static <T> T create(Many<T> m, KeyedModel<?> o, String name, Consumer<? super T> f) {
        throw x();
    }

    public static void add(KeyedModel<?> o, String name, Collection<?> objects) {
        throw x();
    }

    public static void remove(KeyedModel<?> o, String name, Collection<?> objects) {
        throw x();
    }

    public static void clear(KeyedModel<?> o, String name) {
        throw x();
    }

    public static void set(KeyedModel<?> o, String name, Collection<?> objects) {
        throw x();
    }
}
