package quintet.conform.ormsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database's clock: where the recording says only that it was asked, any moment will do. */
final class Moments {
    private Moments() {}

    /** The recorded value with the answer's moments in place of the clock's. */
    static @Nullable Object fill(@Nullable Object wanted, @Nullable Object given) {
        if (wanted instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("$now"))) {
            return given instanceof Map<?, ?> moment && moment.containsKey("$datetime") ? given : wanted;
        }
        if (wanted instanceof Map<?, ?> map && given instanceof Map<?, ?> other) {
            Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
            map.forEach((key, value) -> filled.put(key, fill(value, other.get(key))));
            return filled;
        }
        if (wanted instanceof List<?> list && given instanceof List<?> other && list.size() == other.size()) {
            List<@Nullable Object> filled = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                filled.add(fill(list.get(i), other.get(i)));
            }
            return filled;
        }
        return wanted;
    }
}
