package quintet.views;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;

/**
 * What came of a form without errors.
 *
 * @param object what the form made: a record, the object to save, or the one to delete
 * @param cleaned the checked values by name; empty for a deletion
 */
public record FormResult(Object object, Map<String, @Nullable Object> cleaned) {
    /** A value by its name: of the form, else of the object; null if there is none. */
    public @Nullable Object get(String name) {
        if (cleaned.containsKey(name)) {
            return cleaned.get(name);
        }
        if (object instanceof KeyedModel<?> model) {
            Optional<FieldMeta> field = model.meta().findField(name);
            return field.map(found -> found.get(model)).orElse(null);
        }
        return null;
    }
}
