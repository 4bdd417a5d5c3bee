package quintet.views.internal.check;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.orm.Ref;
import quintet.templates.TypeGuide;

/** Models: their fields, {@code pk}, {@code author_id}, {@code get_status_display} and what queries add. */
public final class ModelGuide implements TypeGuide {
    private static final Set<String> REFUSED = Set.of("save", "delete", "refresh", "detach");

    private final Supplier<Set<String>> annotations;

    /**
     * A guide.
     *
     * @param annotations names that queries give to expressions
     */
    public ModelGuide(Supplier<Set<String>> annotations) {
        this.annotations = annotations;
    }

    /** Whether a query may have added a value of this name; a name of its own has two underscores. */
    private boolean mayBeAnnotated(Type type, String name) {
        return !has(type, name)
                && (name.indexOf("__", 1) > 0 || annotations.get().contains(name));
    }

    @Override
    public @Nullable Type attribute(Type type, String name) {
        if (name.equals("pk") || REFUSED.contains(name)) {
            return UNKNOWN;
        }
        if (name.startsWith("get_") && name.endsWith("_display")) {
            return has(type, name.substring(4, name.length() - 8)) ? String.class : null;
        }
        if (name.endsWith("_id") && isReference(type, name.substring(0, name.length() - 3))) {
            return UNKNOWN;
        }
        return mayBeAnnotated(type, name) ? UNKNOWN : MEMBER;
    }

    private static boolean has(Type type, String name) {
        return fields(type).stream().anyMatch(field -> spelled(field.getName()).equals(name));
    }

    private static boolean isReference(Type type, String name) {
        return fields(type).stream()
                .anyMatch(field ->
                        field.getType() == Ref.class && spelled(field.getName()).equals(name));
    }

    /** A name as Python writes it. */
    private static String spelled(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Field> fields(Type type) {
        List<Field> out = new ArrayList<>();
        if (type instanceof Class<?> model) {
            for (Field field : model.getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    out.add(field);
                }
            }
        }
        return out;
    }

    @Override
    public Collection<String> names(Type type) {
        return List.of("pk");
    }
}
