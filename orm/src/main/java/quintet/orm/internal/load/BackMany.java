package quintet.orm.internal.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import quintet.orm.Assignment;
import quintet.orm.KeyedModel;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.query.Node;
import quintet.orm.internal.query.Query;

/** Changes of the way back of a foreign key: the references of the other rows. */
final class BackMany {
    private BackMany() {}

    static void point(KeyedModel<?> owner, ManyEnd end, KeyedModel<?> object) {
        if (!end.isMany()) {
            end.relation().set(object, Ref.of(owner));
        }
    }

    /** Objects that are not saved yet are saved with the reference; the others are changed with one statement. */
    static void add(KeyedModel<?> owner, ManyEnd end, Collection<?> objects) {
        List<Object> saved = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> row
                    && row.isNew()
                    && row.meta().isOrExtends(end.target().concrete())) {
                point(owner, end, row);
                row.save(quintet.orm.Save.DEFAULT.in(end.db(owner).alias()));
            } else {
                saved.add(object);
            }
        }
        Set<Object> keys = end.keys(saved);
        if (!keys.isEmpty()) {
            point(owner, end, keys, owner);
        }
        for (Object object : saved) {
            if (object instanceof KeyedModel<?> row) {
                point(owner, end, row);
            }
        }
    }

    private static void point(KeyedModel<?> owner, ManyEnd end, Set<Object> keys, Object to) {
        Query all = end.target().rows().query().using(end.db(owner).alias());
        for (List<Object> portion : Keys.portions(keys)) {
            Changes.update(
                    all.filter(Keys.in("pk", portion)),
                    List.of(new Assignment<>(end.relation().name(), new Node.Param(to))));
        }
    }

    static void checkRelated(KeyedModel<?> owner, ManyEnd end, Collection<?> objects) {
        Object mine = RefLoader.plain(end.relation().targetValue(owner));
        for (Object object : objects) {
            if (object instanceof KeyedModel<?> row
                    && !(end.relation().get(row) instanceof Ref<?> ref && mine.equals(ref.id()))) {
                throw new quintet.orm.DoesNotExist(row + " is not related to " + owner + ".");
            }
        }
    }

    static void free(KeyedModel<?> owner, ManyEnd end, Node.Cond which) {
        if (!end.relation().isNullable()) {
            throw new QueryError("Objects cannot be taken away: " + end.relation()
                    + " must point to something. Delete them, or point them elsewhere.");
        }
        Query mine = end.target()
                .rows()
                .query()
                .using(end.db(owner).alias())
                .filter(new Node.Lookup(new Node.Path(end.path()), "exact", new Node.Param(owner)))
                .filter(which);
        Changes.update(mine, List.of(new Assignment<>(end.relation().name(), new Node.Param(null))));
    }
}
