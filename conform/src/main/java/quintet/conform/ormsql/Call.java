package quintet.conform.ormsql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step: its name, its arguments and its keyword arguments. */
record Call(String name, List<@Nullable Object> args, Map<String, @Nullable Object> kwargs) {
    @Nullable
    Object arg(int index) {
        return index < args.size() ? args.get(index) : null;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(kwargs.get(key));
    }

    List<String> names() {
        return args.stream().map(String::valueOf).toList();
    }
}
