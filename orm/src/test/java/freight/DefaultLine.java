package freight;

import java.util.List;
import java.util.function.Supplier;

/** The line of goods without an order. */
public class DefaultLine implements Supplier<List<Object>> {
    @Override
    public List<Object> get() {
        return List.of(1L, 1);
    }
}
