package quintet.conform.ormsql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Ref;
import quintet.orm.Save;

/** Steps on one object. */
final class ObjectSteps {
    private ObjectSteps() {}

    static void fill(KeyedModel<?> object, Map<String, @Nullable Object> values) {
        values.forEach((name, value) -> object.meta().field(name).set(object, value));
    }

    static @Nullable Object model(KeyedModel<?> object, Call call) {
        return switch (call.name()) {
            case "attr" -> attribute(object, String.valueOf(call.arg(0)));
            case "delete" -> object.delete();
            case "save" -> {
                Object fields = call.kwargs().get("update_fields");
                if (fields instanceof List<?> names) {
                    object.save(Save.only(names.stream().map(String::valueOf).toArray(String[]::new)));
                } else {
                    object.save(
                            call.flag("force_insert")
                                    ? Save.insert()
                                    : call.flag("force_update") ? Save.update() : Save.DEFAULT);
                }
                yield null;
            }
            case "refresh_from_db" -> {
                object.refresh();
                yield null;
            }
            case "full_clean" -> {
                object.fullClean();
                yield null;
            }
            default -> throw new IllegalArgumentException("No step " + call.name() + " on an object");
        };
    }

    /** An attribute of an object as Django has it: what is not loaded is loaded. */
    static @Nullable Object attribute(KeyedModel<?> object, String name) {
        if (name.equals("pk")) {
            return object.key();
        }
        if (object.hasAnnotation(name)) {
            return object.annotation(name);
        }
        FieldMeta field = object.meta().findField(name).orElse(null);
        if (field == null) {
            field = object.meta().declaredBacks().stream()
                    .filter(back -> back.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException(object.meta().label() + " has no " + name));
        }
        object.fetch(field.isBack() ? object.meta().key().name() : field.name());
        Object value = field.get(object);
        if (!(value instanceof Ref<?> ref)) {
            return value;
        }
        if (name.equals(field.attribute()) && !name.equals(field.name())) {
            return ref.id();
        }
        return field.isBack() ? ref.get() : ref.getOrNull();
    }
}
