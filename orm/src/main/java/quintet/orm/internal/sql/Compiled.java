package quintet.orm.internal.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.Parameters;

/**
 * SQL for all queries of one form.
 *
 * @param sql the text, with {@code ?} for values; "" if there can be no rows
 * @param slots where the values come from, in order
 * @param plan what the columns mean
 */
public record Compiled(String sql, List<Slot> slots, Plan plan) {
    /** Whether there are no rows whatever the database holds. */
    public boolean isEmpty() {
        return sql.isEmpty();
    }

    /** Binds the values. */
    public void bind(Parameters parameters, @Nullable Object[] values) {
        for (Slot slot : slots) {
            slot.bind(parameters, values);
        }
    }
}
