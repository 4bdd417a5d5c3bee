package quintet.contenttypes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyText;
import quintet.orm.ModelMeta;
import quintet.orm.QueryError;

/** Keys of rows as the field of a generic relation holds them: those with several fields as texts. */
final class HeldKeys {
    private HeldKeys() {}

    /** What a field holds that names the row with a key. */
    static Object held(FieldMeta field, ModelMeta<?> of, Object key) {
        if (!(key instanceof List<?>)) {
            return key;
        }
        if (field.javaType() != String.class) {
            throw new QueryError(
                    QueryError.Kind.NOT_SUPPORTED,
                    "The key of " + of.label() + " has several fields, which " + field
                            + " cannot hold: it is of the type "
                            + field.javaType().getSimpleName() + ".",
                    "Make it a text, @CharField(maxLength = 200) public String " + field.name()
                            + ": it takes the keys of all models.");
        }
        return KeyText.of(key);
    }

    /** The key of a model's row that a field names; null if it is none. */
    static @Nullable Object key(ModelMeta<?> of, Object held) {
        return of.hasCompositeKey() && held instanceof String text
                ? KeyText.read(of, text).orElse(null)
                : held;
    }

    /** A key as a text, whatever held it. */
    static String text(@Nullable Object key) {
        return key instanceof List<?> ? KeyText.of(key) : String.valueOf(key);
    }
}
