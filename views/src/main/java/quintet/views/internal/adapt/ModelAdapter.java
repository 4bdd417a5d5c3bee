package quintet.views.internal.adapt;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.templates.ValueAdapter;

/**
 * Model objects: fields and accessors, {@code pk}, {@code author_id}, {@code get_status_display}, annotations, and the ways
 * back of relations. Methods that change data are not reachable.
 */
final class ModelAdapter implements ValueAdapter<KeyedModel<?>> {
    private static final String DISPLAY_START = "get_";
    private static final String DISPLAY_END = "_display";

    @Override
    public @Nullable Object attribute(KeyedModel<?> object, String name) {
        return switch (name) {
            case "pk" -> object.key();
            case "save", "delete", "refresh", "detach" -> Call.REFUSED;
            case "meta", "_meta" -> MISSING;
            default -> member(object, name);
        };
    }

    /** Fields are read directly, once they are loaded: a public field wins over whatever else may have its name. */
    @Override
    public @Nullable Function<? super KeyedModel<?>, ? extends @Nullable Object> reader(Class<?> type, String name) {
        try {
            int modifiers = type.getField(name).getModifiers();
            return Modifier.isStatic(modifiers)
                    ? null
                    : new MemberAfter<KeyedModel<?>>(object -> complete(object, name));
        } catch (NoSuchFieldException e) {
            return null;
        }
    }

    /** Loads a field that {@code only} or {@code defer} left out, as Django does when it is read. */
    private static void complete(KeyedModel<?> object, String name) {
        if (!object.isWhole() && object.meta().findField(name).isPresent()) {
            object.fetch(name);
        }
    }

    private static @Nullable Object member(KeyedModel<?> object, String name) {
        ModelMeta<?> meta = object.meta();
        Optional<FieldMeta> field = meta.findField(name);
        if (field.isPresent()) {
            complete(object, field.get().name());
            return value(object, field.get(), name);
        }
        if (object.hasAnnotation(name)) {
            return object.annotation(name);
        }
        if (name.startsWith(DISPLAY_START) && name.endsWith(DISPLAY_END)) {
            return display(object, meta, name);
        }
        return DEFAULT;
    }

    private static @Nullable Object value(KeyedModel<?> object, FieldMeta field, String name) {
        Object value = field.get(object);
        boolean key = field.isReference() && !name.equals(field.name());
        return key && value instanceof quintet.orm.Ref<?> ref ? ref.id() : value;
    }

    private static @Nullable Object display(KeyedModel<?> object, ModelMeta<?> meta, String name) {
        String field = name.substring(DISPLAY_START.length(), name.length() - DISPLAY_END.length());
        complete(object, field);
        return meta.findField(field).map(found -> shown(found, object)).orElse(DEFAULT);
    }

    private static Object shown(FieldMeta field, KeyedModel<?> object) {
        Object shown = field.shown(field.get(object));
        return shown == null ? "" : shown;
    }
}
