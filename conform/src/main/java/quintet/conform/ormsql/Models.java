package quintet.conform.ormsql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;

/** The recording's models by their names. */
final class Models {
    private Models() {}

    /** The model of this name, in whichever app. */
    static ModelMeta<?> named(Object name) {
        return ModelMeta.all().stream()
                .filter(model -> model.objectName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The recording has no model " + name));
    }

    /** Sets a field from a recorded value; a composite key comes as {@code pk}. */
    static void set(KeyedModel<?> object, String name, @Nullable Object value) {
        if (name.equals("pk") && value instanceof List<?> parts && object.meta().hasCompositeKey()) {
            List<FieldMeta> keys = object.meta().keyFields();
            for (int i = 0; i < keys.size(); i++) {
                keys.get(i).set(object, parts.get(i));
            }
        } else {
            object.meta().field(name).set(object, value);
        }
    }

    /** An unsaved object with these values. */
    static KeyedModel<?> unsaved(ModelMeta<?> model, Map<?, ?> values) {
        KeyedModel<?> object = (KeyedModel<?>) model.make();
        values.forEach((name, value) -> set(object, String.valueOf(name), Tagged.decode(value)));
        return object;
    }
}
