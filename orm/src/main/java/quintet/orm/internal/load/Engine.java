package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import org.jspecify.annotations.Nullable;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Engine {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static String describe(Query q) {
        throw x();
    }

    public static <M> List<M> list(QuerySet<M> q) {
        throw x();
    }

    public static <M> void each(QuerySet<M> q, int portion, Consumer<? super M> action) {
        throw x();
    }

    public static long count(Query q) {
        throw x();
    }

    public static boolean exists(Query q) {
        throw x();
    }

    public static <M> boolean contains(QuerySet<M> q, KeyedModel<?> o) {
        throw x();
    }

    public static <M> Optional<M> first(QuerySet<M> q) {
        throw x();
    }

    public static <M> Optional<M> last(QuerySet<M> q) {
        throw x();
    }

    public static <M> M edge(QuerySet<M> q, List<String> f, boolean latest) {
        throw x();
    }

    public static <M> M only(QuerySet<M> q) {
        throw x();
    }

    public static <M> Optional<M> onlyOrNone(QuerySet<M> q) {
        throw x();
    }

    public static <M> QuerySet<M> byKey(QuerySet<M> q, Object key) {
        throw x();
    }

    public static <M> Map<Object, M> inBulk(QuerySet<M> q, Collection<?> keys) {
        throw x();
    }

    public static <M, T> @Nullable T aggregate(QuerySet<M> q, Expr<? super M, T> e) {
        throw x();
    }

    public static <M> Map<String, Object> aggregate(QuerySet<M> q, List<? extends Expr<? super M, ?>> e) {
        throw x();
    }

    public static <M> List<java.time.LocalDate> dates(QuerySet<M> q, Node field, String unit, boolean desc) {
        throw x();
    }

    public static <M> List<java.time.Instant> datetimes(QuerySet<M> q, Node field, String unit, boolean desc) {
        throw x();
    }

    public static String explain(Query q) {
        throw x();
    }

    public static int update(Query q, List<? extends Assignment<?>> changes) {
        throw x();
    }

    public static <Z> List<Z> rows(Query q, Function<@Nullable Object[], Z> f) {
        throw x();
    }

    public static List<Map<String, Object>> maps(Query q) {
        throw x();
    }
}
