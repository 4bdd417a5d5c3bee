package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.orm.Assignment;
import quintet.orm.Conflict;
import quintet.orm.Databases;
import quintet.orm.Db;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Row;
import quintet.orm.Signals;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** The rows of the table between an object and those it is related to. */
final class Links {
    private final KeyedModel<?> owner;
    private final ManyEnd end;
    private final Object key;
    private final Db db;
    private final boolean raw;

    Links(KeyedModel<?> owner, ManyEnd end, Object key) {
        this(owner, end, key, false);
    }

    /** Raw: as they stand in a fixture. */
    Links(KeyedModel<?> owner, ManyEnd end, Object key, boolean raw) {
        this.raw = raw;
        this.owner = owner;
        this.end = end;
        this.key = key;
        this.db = Databases.current().forWrite(end.own().model(), owner);
    }

    private Query rows(FieldMeta column, Object value) {
        ModelMeta<?> through = end.own().model();
        Query all =
                through.type() == Row.class ? Query.of(through) : through.rows().query();
        return all.using(db.alias())
                .filter(new Node.Lookup(new Node.Path(column.attribute()), "exact", new Node.Param(value)))
                .orderBy(List.of());
    }

    private boolean isMirrored() {
        return end.relation().isSymmetrical();
    }

    // --- Adding

    void add(Set<Object> keys, List<? extends Assignment<?>> values) {
        boolean heard = Signals.MANY_CHANGED.hasListeners(Signals.sender(end.relation()));
        if (end.relation().hasAutomaticThrough() && !heard) {
            insert(keys, values, Conflict.IGNORE, false);
            if (isMirrored()) {
                insert(keys, values, Conflict.IGNORE, true);
            }
            return;
        }
        Set<Object> missing = new LinkedHashSet<>(keys);
        missing.removeAll(known(keys, end.own(), end.other()));
        tell(Signals.ManyAction.PRE_ADD, missing);
        insert(missing, values, Conflict.FAIL, false);
        if (isMirrored()) {
            Set<Object> unmirrored = new LinkedHashSet<>(keys);
            unmirrored.removeAll(known(keys, end.other(), end.own()));
            insert(unmirrored, values, Conflict.FAIL, true);
        }
        tell(Signals.ManyAction.POST_ADD, missing);
    }

    private Set<Object> known(Set<Object> keys, FieldMeta mine, FieldMeta theirs) {
        Set<Object> known = new LinkedHashSet<>();
        for (List<Object> portion : Keys.portions(keys)) {
            Query there = rows(mine, key).filter(Keys.in(theirs.attribute(), portion));
            known.addAll(ValueRows.rows(
                    there.values(List.of(new Node.Path(theirs.attribute()))), row -> Objects.requireNonNull(row[0])));
        }
        return known;
    }

    private void insert(Set<Object> keys, List<? extends Assignment<?>> values, Conflict conflict, boolean mirrored) {
        ModelMeta<?> through = end.own().model();
        List<KeyedModel<?>> made = new ArrayList<>();
        for (Object other : keys) {
            if (mirrored && other.equals(key)) {
                continue;
            }
            KeyedModel<?> row = (KeyedModel<?>) through.make();
            end.own().set(row, mirrored ? other : key);
            end.other().set(row, mirrored ? key : other);
            values.forEach(value -> assign(through, row, value));
            made.add(row);
        }
        Bulk.insert(db, through, made, conflict, 0);
    }

    private static void assign(ModelMeta<?> through, KeyedModel<?> row, Assignment<?> value) {
        if (!(value.value() instanceof Node.Param param)) {
            throw new QueryError(
                    "A new row between two models needs plain values, not expressions: " + value.field() + ".");
        }
        through.field(value.field()).set(row, param.value());
    }

    // --- Taking away

    void remove(Set<Object> keys) {
        tell(Signals.ManyAction.PRE_REMOVE, keys);
        for (List<Object> portion : Keys.portions(keys)) {
            Changes.deleteRows(rows(end.own(), key).filter(Keys.in(end.other().attribute(), portion)));
            if (isMirrored()) {
                Changes.deleteRows(
                        rows(end.other(), key).filter(Keys.in(end.own().attribute(), portion)));
            }
        }
        tell(Signals.ManyAction.POST_REMOVE, keys);
    }

    void clear() {
        tell(Signals.ManyAction.PRE_CLEAR, null);
        Changes.deleteRows(rows(end.own(), key));
        if (isMirrored()) {
            Changes.deleteRows(rows(end.other(), key));
        }
        tell(Signals.ManyAction.POST_CLEAR, null);
    }

    private void tell(Signals.ManyAction action, @Nullable Set<Object> keys) {
        String sender = Signals.sender(end.relation());
        if (Signals.MANY_CHANGED.hasListeners(sender)) {
            Set<Object> given = keys == null ? Set.of() : java.util.Collections.unmodifiableSet(keys);
            Signals.MANY_CHANGED.send(
                    sender,
                    new Signals.ManyEvent<>(
                            owner, action, end.isReverse(), end.target().type(), given, db.alias(), raw));
        }
    }
}
