package quintet.orm.internal.load;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;
import quintet.orm.Ref;
import quintet.orm.internal.meta.ModelRegistry;
import quintet.orm.internal.query.Query;

/** From the rows of parents to those of children and back. */
public final class Children {
    private Children() {}

    /** The child's object for the row of a parent. */
    public static <C extends KeyedModel<?>> Optional<C> find(KeyedModel<?> object, Class<C> child) {
        if (child.isInstance(object)) {
            return Optional.of(child.cast(object));
        }
        ModelMeta<?> meta = ModelRegistry.current().meta(child);
        if (!meta.isOrExtends(object.meta())) {
            throw new QueryError(
                    meta.objectName() + " does not extend " + object.meta().objectName() + ".");
        }
        Object key = object.key();
        if (key == null) {
            return Optional.empty();
        }
        Query query = Keys.filter(meta.rows().query().using(object.database()), key);
        return Engine.objects(query.orderBy(List.of())).stream().findFirst().map(child::cast);
    }

    /** The link from a child to its parent, with the parent's part of the child if that was loaded. */
    public static @Nullable Ref<?> link(@Nullable Ref<?> link, KeyedModel<?> child, FieldMeta field) {
        quintet.orm.internal.Backdoor door = quintet.orm.internal.Backdoor.get();
        if (link != null && !door.state(child).isNew() && hasParent(child, field.target())) {
            door.fill(link, parent(child, field.target().concrete()));
        }
        return link;
    }

    /** Whether all columns of the parent's part of a child's object were loaded. */
    static boolean hasParent(KeyedModel<?> child, ModelMeta<?> parent) {
        quintet.orm.internal.RowState state =
                quintet.orm.internal.Backdoor.get().state(child);
        return parent.columns().stream().noneMatch(field -> state.isDeferred(field.index()));
    }

    /** The parent's part of a child's object, without asking the database. */
    @SuppressWarnings("unchecked") // a child's fields are its parent's too
    static KeyedModel<?> parent(KeyedModel<?> child, ModelMeta<?> parent) {
        ModelAccess<Object> access = (ModelAccess<Object>) parent.access();
        Object made = Objects.requireNonNull(access.make());
        for (FieldMeta field : parent.columns()) {
            access.set(made, field.index(), access.get(child, field.index()));
        }
        KeyedModel<?> object = (KeyedModel<?>) made;
        quintet.orm.internal.Backdoor door = quintet.orm.internal.Backdoor.get();
        door.state(object, door.state(child).alone());
        return object;
    }
}
