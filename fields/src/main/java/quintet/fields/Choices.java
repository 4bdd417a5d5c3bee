package quintet.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the choices of an enum. */
public final class Choices {
    private Choices() {}

    /** The stored value of a constant: {@link Choice#value()}, else its name. */
    public static Object valueOf(Enum<?> constant) {
        return constant instanceof Choice<?> choice ? choice.value() : constant.name();
    }

    /** The label of a constant: {@link Choice#label()}, else its name made readable. */
    public static String labelOf(Enum<?> constant) {
        return constant instanceof Choice<?> choice ? choice.label() : labelFromName(constant.name());
    }

    /** The heading under which forms show a constant: {@link Choice#group()}, else "". */
    public static String groupOf(Enum<?> constant) {
        return constant instanceof Choice<?> choice ? choice.group() : "";
    }

    /** The constant of {@code type} with the stored value, or null. Numbers and texts compare by their text. */
    public static <E extends Enum<E>> @Nullable E find(Class<E> type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String wanted = value.toString();
        for (E constant : type.getEnumConstants()) {
            if (valueOf(constant).toString().equals(wanted)) {
                return constant;
            }
        }
        return null;
    }

    /** The values and labels of an enum, in the order of its constants. */
    public static List<Pair> of(Class<? extends Enum<?>> type) {
        List<Pair> pairs = new ArrayList<>();
        for (Enum<?> constant : type.getEnumConstants()) {
            pairs.add(new Pair(valueOf(constant), labelOf(constant)));
        }
        return List.copyOf(pairs);
    }

    /** A stored value and its label. */
    public record Pair(Object value, String label) implements ChoiceList.Entry {}

    /** "In Progress" for {@code IN_PROGRESS}. */
    static String labelFromName(String name) {
        StringBuilder label = new StringBuilder(name.length());
        for (String word : name.split("_", -1)) {
            if (!label.isEmpty()) {
                label.append(' ');
            }
            if (!word.isEmpty()) {
                label.append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return label.toString();
    }
}
