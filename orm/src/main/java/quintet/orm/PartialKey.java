package quintet.orm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key with several fields of which some are not known yet: what a reference holds while its columns are set one after the other.
 * To everyone else such a reference points nowhere.
 *
 * @param parts the values, null for those that are missing
 */
record PartialKey(List<@Nullable Object> parts) {}
