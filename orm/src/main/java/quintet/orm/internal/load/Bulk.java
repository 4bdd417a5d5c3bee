package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Bulk {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static <M> List<M> create(QuerySet<M> q, Collection<? extends M> o, Conflict c) {
        throw x();
    }

    public static <M> int update(QuerySet<M> q, Collection<? extends M> o, List<String> f) {
        throw x();
    }

    public static <M> Deleted delete(QuerySet<M> q) {
        throw x();
    }
}
