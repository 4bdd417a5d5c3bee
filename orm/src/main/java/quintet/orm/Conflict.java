package quintet.orm;

import java.util.List;

/**
 * What {@code bulkCreate} does with objects that violate a unique constraint.
 *
 * @param ignore leave out objects that are there already
 * @param update the fields to take over into rows that are there already
 * @param unique the fields whose uniqueness decides
 */
public record Conflict(boolean ignore, List<String> update, List<String> unique) {
    /** Fail. */
    public static final Conflict FAIL = new Conflict(false, List.of(), List.of());

    /** Leave out objects that are there already. */
    public static final Conflict IGNORE = new Conflict(true, List.of(), List.of());

    /** Take over some fields into rows that are there already; {@code unique} are the fields whose uniqueness decides. */
    public static Conflict update(List<String> fields, List<String> unique) {
        return new Conflict(false, List.copyOf(fields), List.copyOf(unique));
    }
}
