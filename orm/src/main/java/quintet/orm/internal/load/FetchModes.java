package quintet.orm.internal.load;

import org.jspecify.annotations.Nullable;
import quintet.orm.KeyedModel;
import quintet.orm.internal.Backdoor;
import quintet.orm.internal.RowGroup;
import quintet.orm.internal.query.Query;

/** What is loaded for an object loads its own relations the way the object does: Django's fetch modes go on along relations. */
final class FetchModes {
    private static final Backdoor DOOR = Backdoor.get();

    private FetchModes() {}

    /** A query for what belongs to an object: in its database, and in its mode. */
    static Query following(Query query, KeyedModel<?> owner) {
        return following(query.hint(owner), DOOR.state(owner).group());
    }

    /** The same for an object of a group of rows. */
    static Query following(Query query, @Nullable RowGroup group) {
        return group == null || group.mode() == query.fetchMode() ? query : query.fetchMode(group.mode());
    }
}
