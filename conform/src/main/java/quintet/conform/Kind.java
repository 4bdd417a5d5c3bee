package quintet.conform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One kind of recording, such as {@code urls}: how a case of it is answered by Quintet. A case is the JSON object of
 * its line, as plain Java values ({@link quintet.core.Json#read}); tagged values such as {@code {"$date": ..}} are
 * left as they are, see {@link Tagged}.
 *
 * <p>A kind is found by its name: {@code urls} is {@code quintet.conform.urls.UrlsKind}, {@code orm_sql} is
 * {@code quintet.conform.ormsql.OrmSqlKind}. It has a constructor without arguments.
 */
public interface Kind {
    /** The recordings below {@code ../shared/vectors} that belong to this kind, such as {@code urls.jsonl}. */
    List<String> files();

    /**
     * The keys of a case that hold what Django answered. They are cut out before {@link #answer} sees the case, and
     * only they are compared.
     */
    Set<String> recorded(Map<String, @Nullable Object> testCase);

    /** Other ways to answer the same cases, by name, which must give the same answers; by default none. */
    default List<String> variants() {
        return List.of();
    }

    /** The kind that answers in another way. */
    default Kind variant(String name) {
        throw new IllegalArgumentException("There is no variant '" + name + "'; there are " + variants() + ".");
    }

    /**
     * Sees all cases of the file, stripped, before the first is answered: for cases that define things for others.
     * Those count as cases too.
     */
    default void prepare(List<Map<String, @Nullable Object>> stripped) throws Exception {}

    /**
     * Answers a case with Quintet.
     *
     * @param stripped the case without what was recorded
     * @return the recorded keys with Quintet's values, in the recording's own form
     */
    Map<String, @Nullable Object> answer(Map<String, @Nullable Object> stripped) throws Exception;

    /**
     * Whether an answer counts as the recorded one. By default both must have the same keys with equal values.
     *
     * @param testCase the whole case
     * @param recorded what Django answered
     * @param answer what Quintet answered
     */
    default boolean matches(
            Map<String, @Nullable Object> testCase,
            Map<String, @Nullable Object> recorded,
            Map<String, @Nullable Object> answer) {
        return Values.equal(recorded, answer);
    }
}
