package quintet.orm;

import java.util.Arrays;
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

    /**
     * Says which fields together tell that a row is there already, and then what happens to it:
     * {@code Conflict.on(Book_.isbn).update(Book_.title, Book_.stock)}.
     */
    public static Found on(Token<?>... unique) {
        return new Found(paths(unique));
    }

    /**
     * A row that is there already.
     *
     * @param unique the fields that tell so
     */
    public record Found(List<String> unique) {
        /** Takes over some fields into it. Django's {@code update_conflicts} with {@code unique_fields} and {@code update_fields}. */
        public Conflict update(Token<?>... fields) {
            return Conflict.update(paths(fields), unique);
        }
    }

    private static List<String> paths(Token<?>... tokens) {
        return Arrays.stream(tokens).map(Token::path).toList();
    }

    /** Take over some fields into rows that are there already; {@code unique} are the fields whose uniqueness decides. */
    public static Conflict update(List<String> fields, List<String> unique) {
        return new Conflict(false, List.copyOf(fields), List.copyOf(unique));
    }
}
