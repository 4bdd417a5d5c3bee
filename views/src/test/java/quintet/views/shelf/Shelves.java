package quintet.views.shelf;

import static quintet.orm.Aggregates.count;

import quintet.orm.QuerySet;

/** Queries with names that no model has. */
public final class Shelves {
    private Shelves() {}

    /** Writers with the number of their books. */
    public static QuerySet<Writer> busy() {
        return Writer.objects.annotate(count(Writer_.id).as("volumes"));
    }
}
