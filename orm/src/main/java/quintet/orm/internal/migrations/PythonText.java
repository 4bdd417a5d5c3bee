package quintet.orm.internal.migrations;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in Python's notation, where Django's texts contain them. */
final class PythonText {
    private PythonText() {}

    static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean b -> b ? "True" : "False";
            case String s -> s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' + s + '"' : quote(s);
            case BigDecimal d -> "Decimal('" + d.toPlainString() + "')";
            case Collection<?> c -> c.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    private static String quote(String s) {
        return "'" + s.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
