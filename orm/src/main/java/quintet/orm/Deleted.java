package quintet.orm;

import java.util.Map;

/**
 * What a deletion did.
 *
 * @param count all rows
 * @param byModel rows by the model's label, such as {@code library.Book}
 */
public record Deleted(int count, Map<String, Integer> byModel) {}
