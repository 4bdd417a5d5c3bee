package quintet.orm.internal.load;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import quintet.orm.Assignment;
import quintet.orm.Atomic;
import quintet.orm.Created;
import quintet.orm.Db;
import quintet.orm.IntegrityError;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.QuerySet;
import quintet.orm.Save;
import quintet.orm.internal.db.Transaction;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Makes objects, unless they are there. */
public final class Creation {
    private Creation() {}

    /** Makes an object and saves it. */
    @SuppressWarnings("unchecked") // the query's model is M
    public static <M> M create(QuerySet<M> set, Consumer<? super M> fill) {
        Query query = set.query();
        M object = (M) query.meta().make();
        fill.accept(object);
        ((KeyedModel<?>) object).save(new Save(Save.Mode.INSERT, List.of(), query.database()));
        return object;
    }

    /** The object with these values, or a new one. */
    public static <M> Created<M> getOrCreate(
            QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> defaults) {
        QuerySet<M> matching = matching(set, values);
        Optional<M> found = Engine.onlyOrNone(matching);
        if (found.isPresent()) {
            return new Created<>(found.get(), false);
        }
        Db db = Engine.database(set.query());
        try {
            M made = Transaction.<M, RuntimeException>run(
                    db, new Atomic(db.alias(), true, false), () -> make(set, values, defaults));
            return new Created<>(made, true);
        } catch (IntegrityError e) {
            // Somebody else may have made it in the meantime.
            return new Created<>(Engine.onlyOrNone(matching).orElseThrow(() -> e), false);
        }
    }

    /** The object with these values, changed; or a new one. */
    public static <M> Created<M> updateOrCreate(
            QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> change) {
        Db db = Engine.database(set.query());
        return Transaction.<Created<M>, RuntimeException>run(db, new Atomic(db.alias(), true, false), () -> {
            Query locked = set.query().lock(new Query.Lock(false, false, false, List.of()));
            Created<M> created = getOrCreate(set.with(locked), values, change);
            if (!created.created()) {
                change.accept(created.object());
                ((KeyedModel<?>) created.object()).save();
            }
            return created;
        });
    }

    private static <M> QuerySet<M> matching(QuerySet<M> set, List<? extends Assignment<?>> values) {
        Query query = set.query();
        for (Assignment<?> value : values) {
            query = query.filter(new Node.Lookup(new Node.Path(value.field()), "exact", value.value()));
        }
        return set.with(query);
    }

    private static <M> M make(QuerySet<M> set, List<? extends Assignment<?>> values, Consumer<? super M> defaults) {
        ModelMeta<?> meta = set.query().meta();
        return create(set.with(set.query().lock(null)), object -> {
            for (Assignment<?> value : values) {
                if (!(value.value() instanceof Node.Param param)) {
                    throw new QueryError("A new object needs plain values, not expressions: " + value.field() + ".");
                }
                meta.field(value.field()).set((KeyedModel<?>) object, param.value());
            }
            defaults.accept(object);
        });
    }
}
