package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Creation {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static <M> M create(QuerySet<M> q, Consumer<? super M> f) {
        throw x();
    }

    public static <M> Created<M> getOrCreate(QuerySet<M> q, List<? extends Assignment<?>> v, Consumer<? super M> f) {
        throw x();
    }

    public static <M> Created<M> updateOrCreate(QuerySet<M> q, List<? extends Assignment<?>> v, Consumer<? super M> f) {
        throw x();
    }
}
