package quintet.orm;

import java.util.List;

/** What stands in an object for a {@link PlainRelation}. */
public interface PlainHandle {
    /**
     * Loads what several handles of one relation lead to, with one query for each model.
     *
     * @param handles the handles, this one among them
     * @param queries the rows to choose from, one query for each model at most; for other models their base manager's
     * @return the objects
     */
    List<Object> load(List<PlainHandle> handles, List<QuerySet<?>> queries);

    /**
     * The objects as they were loaded, to stand under a name of their own. A relation to many counts as not loaded then: they may be
     * a part of its rows only.
     */
    List<Object> takeLoaded();
}
