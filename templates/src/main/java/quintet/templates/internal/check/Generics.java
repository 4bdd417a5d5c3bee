package quintet.templates.internal.check;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.templates.TypeGuide;

/** Types with their arguments. */
public final class Generics {
    private Generics() {}

    /** A class with arguments, made by hand. */
    private record Made(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }

    /** A class with arguments. */
    public static Type of(Class<?> raw, Type... arguments) {
        return new Made(raw, List.of(arguments));
    }

    /** The class of a type; null where nothing is known of it. */
    @SuppressWarnings("ReferenceEquality") // a sentinel
    public static @Nullable Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> c -> c;
            case ParameterizedType p -> (Class<?>) p.getRawType();
            case GenericArrayType a -> {
                Class<?> component = raw(a.getGenericComponentType());
                yield component == null ? null : Array.newInstance(component, 0).getClass();
            }
            case WildcardType w -> raw(w.getUpperBounds()[0]);
            case TypeVariable<?> v -> raw(v.getBounds()[0]);
            default -> null;
        };
    }

    /** The argument a type gives to a parameter of one of its supertypes; UNKNOWN if that cannot be told. */
    public static Type argument(Type type, Class<?> target, int index) {
        Map<TypeVariable<?>, Type> known = bindings(type, target);
        TypeVariable<?>[] parameters = target.getTypeParameters();
        Type found = known == null ? null : known.get(parameters[index]);
        return found == null ? TypeGuide.UNKNOWN : found;
    }

    /** The type of a member as seen from a type that inherits it. */
    public static Type resolve(Type type, Class<?> owner, Type member) {
        Map<TypeVariable<?>, Type> known = bindings(type, owner);
        return substitute(member, known == null ? Map.of() : known);
    }

    /** The arguments of a supertype; null if it is none. */
    private static @Nullable Map<TypeVariable<?>, Type> bindings(Type type, Class<?> target) {
        Class<?> raw = raw(type);
        if (raw == null || !target.isAssignableFrom(raw)) {
            return null;
        }
        Map<TypeVariable<?>, Type> known = new HashMap<>();
        if (type instanceof ParameterizedType p) {
            Type[] arguments = p.getActualTypeArguments();
            TypeVariable<?>[] parameters = raw.getTypeParameters();
            for (int i = 0; i < arguments.length && i < parameters.length; i++) {
                known.put(parameters[i], arguments[i]);
            }
        }
        if (raw == target) {
            return known;
        }
        Type next = raw.getGenericSuperclass();
        if (next != null && target.isAssignableFrom(raw.getSuperclass())) {
            return bindings(substitute(next, known), target);
        }
        for (Type each : raw.getGenericInterfaces()) {
            Map<TypeVariable<?>, Type> found = bindings(substitute(each, known), target);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Type substitute(Type type, Map<TypeVariable<?>, Type> known) {
        return switch (type) {
            case TypeVariable<?> v -> {
                Type found = known.get(v);
                Type bound = v.getBounds()[0];
                yield found != null ? found : bound == Object.class ? TypeGuide.UNKNOWN : rawOrUnknown(bound);
            }
            case ParameterizedType p -> {
                Type[] arguments = p.getActualTypeArguments();
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = substitute(arguments[i], known);
                }
                yield of((Class<?>) p.getRawType(), arguments);
            }
            case WildcardType w -> {
                Type bound = w.getUpperBounds()[0];
                yield bound == Object.class ? TypeGuide.UNKNOWN : substitute(bound, known);
            }
            case GenericArrayType a -> of(List.class, substitute(a.getGenericComponentType(), known));
            default -> type;
        };
    }

    private static Type rawOrUnknown(Type bound) {
        Class<?> raw = raw(bound);
        return raw == null ? TypeGuide.UNKNOWN : raw;
    }
}
