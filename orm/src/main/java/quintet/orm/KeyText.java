package quintet.orm;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.core.Json;
import quintet.fields.Choices;
import quintet.orm.internal.meta.KeyParts;

/**
 * Keys as texts, for forms and wherever else a row is named by one text. A key of one field is its value's text; a key with several
 * fields is a JSON list of the texts of its values, such as {@code ["7", "2"]}, whatever characters they have. This is how Django
 * writes such keys into fixtures.
 */
public final class KeyText {
    private KeyText() {}

    /** The text of a key; of a key with several fields, which is a list, all of its values. */
    public static String of(Object key) {
        return key instanceof Collection<?> || key instanceof Object[]
                ? Json.write(KeyParts.flat(key).stream().map(KeyText::text).toList(), Json.Style.SPACED)
                : text(key);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Enum<?> constant -> String.valueOf(Choices.valueOf(constant));
            case null, default -> String.valueOf(value);
        };
    }

    /** The key of a model that a text stands for, with values in the types of the key's fields; empty if it can be none. */
    public static Optional<Object> read(ModelMeta<?> model, String text) {
        try {
            if (!model.hasCompositeKey()) {
                return Optional.of(KeyParts.typed(model, List.of(text)).getFirst());
            }
            return Json.read(text) instanceof List<?> parts && isPlain(parts)
                    ? Optional.of(KeyParts.typed(model, texts(parts)))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Only texts and whole numbers: lists within the list would be taken for further values. */
    private static boolean isPlain(List<?> parts) {
        return parts.stream()
                .allMatch(part -> (part instanceof String text && text.indexOf('\0') < 0)
                        || part instanceof Integer
                        || part instanceof Long);
    }

    private static List<Object> texts(List<?> parts) {
        List<Object> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(part.toString()));
        return texts;
    }
}
