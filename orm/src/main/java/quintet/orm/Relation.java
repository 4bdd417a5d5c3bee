package quintet.orm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.internal.query.Node;

/**
 * A way from {@code R} to rows of another model: a foreign key, a many-to-many relation or the way back of one. The
 * generated {@code Via} classes add the other model's columns and relations.
 *
 * @param <R> the model it starts from
 * @param <T> the model it leads to
 */
public abstract class Relation<R, T> extends Expr<R, Ref<T>> implements Column<R, Ref<T>> {
    private final String path;
    private final Class<T> target;

    /** Goes on from another relation; null starts at the root. */
    protected Relation(@Nullable Relation<R, ?> from, String name, Class<T> target) {
        this(from == null ? name : Node.join(from.path(), name), target);
    }

    private Relation(String path, Class<T> target) {
        super(new Node.Path(path));
        this.path = path;
        this.target = target;
    }

    /** Points to this object. */
    public Cond<R> eq(KeyedModel<?> object) {
        return compare("exact", object);
    }

    /** Points to the object with this key. */
    public Cond<R> eqKey(Object key) {
        return compare("exact", key);
    }

    /** Points to one of these objects. */
    public Cond<R> inObjects(Collection<? extends T> objects) {
        List<Object> copy = new ArrayList<>(objects);
        return compare("in", copy);
    }

    /** Points to one of a query's objects. */
    public Cond<R> in(Queries<? extends T> query) {
        return compare("in", query);
    }

    /** Sets the reference to an object. */
    public Assignment<R> to(KeyedModel<?> object) {
        return new Assignment<>(path, new Node.Param(object));
    }

    @Override
    public final String path() {
        return path;
    }

    /** The class the relation leads to. */
    public final Class<T> target() {
        return target;
    }
}
