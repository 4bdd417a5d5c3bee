package quintet.orm.internal.load;

import java.util.*;
import java.util.function.*;
import quintet.orm.*;
import quintet.orm.internal.query.*;

@SuppressWarnings("all")
public final class Validation {
    private static RuntimeException x() {
        return new IllegalStateException("being built");
    }

    public static void fullClean(KeyedModel<?> o, Collection<String> e) {
        throw x();
    }

    public static void cleanFields(KeyedModel<?> o, Collection<String> e) {
        throw x();
    }

    public static void validateUnique(KeyedModel<?> o, Collection<String> e) {
        throw x();
    }

    public static void validateConstraints(KeyedModel<?> o, Collection<String> e) {
        throw x();
    }
}
