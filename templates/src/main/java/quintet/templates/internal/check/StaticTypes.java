package quintet.templates.internal.check;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;
import quintet.templates.HtmlValue;
import quintet.templates.Tuple;
import quintet.templates.TypeGuide;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.MemberTypes;

/** What a dotted variable gives, by type alone: the lookup rules of templates without values. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class StaticTypes {
    private static final Type UNKNOWN = TypeGuide.UNKNOWN;
    private static final List<String> OF_EVERY_LIST = List.of(
            "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort");

    private final Map<Class<?>, TypeGuide> guides = new LinkedHashMap<>();
    private final Predicate<Class<?>> adapted;

    /** Types where some classes are adapted in ways that cannot be told. */
    public StaticTypes(Predicate<Class<?>> adapted) {
        this.adapted = adapted;
    }

    /** Adds a guide for a class and its subclasses. */
    public void guide(Class<?> type, TypeGuide guide) {
        guides.put(type, guide);
    }

    private @Nullable TypeGuide guide(Class<?> raw) {
        TypeGuide best = null;
        Class<?> of = null;
        for (Map.Entry<Class<?>, TypeGuide> each : guides.entrySet()) {
            if (each.getKey().isAssignableFrom(raw) && (of == null || of.isAssignableFrom(each.getKey()))) {
                best = each.getValue();
                of = each.getKey();
            }
        }
        return best;
    }

    private boolean isOpen(Class<?> raw) {
        return raw == Object.class || raw.isInterface() && raw.getName().startsWith("java.");
    }

    /** The type of what a variable of this type gives: what is wrapped or called is taken out. */
    public Type value(Type type) {
        Class<?> raw = Generics.raw(type);
        if (raw == null) {
            return UNKNOWN;
        }
        TypeGuide guide = guide(raw);
        if (guide != null) {
            return guide.value(type);
        }
        if (raw == Optional.class) {
            return value(Generics.argument(type, Optional.class, 0));
        } else if (Supplier.class.isAssignableFrom(raw)) {
            return value(Generics.argument(type, Supplier.class, 0));
        } else if (Callable.class.isAssignableFrom(raw)) {
            return value(Generics.argument(type, Callable.class, 0));
        }
        return type;
    }

    /** The type behind a dot; null if there is nothing of that name. */
    public @Nullable Type attribute(Type type, String name) {
        Class<?> raw = Generics.raw(type);
        if (raw == null) {
            return UNKNOWN;
        }
        TypeGuide guide = guide(raw);
        if (guide != null) {
            Type found = guide.attribute(type, name);
            return found == TypeGuide.MEMBER ? member(type, raw, name) : found;
        }
        if (adapted.test(raw)) {
            return UNKNOWN;
        }
        Boolean builtin = MemberTypes.builtin(box(raw), name);
        if (isIndex(name) && (isList(raw) || raw == String.class)) {
            return element(type);
        }
        if (builtin != null) {
            return builtin ? UNKNOWN : null;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return ofMap(type, name);
        }
        if (isList(raw)) {
            return raw == Tuple.class || OF_EVERY_LIST.contains(name) ? UNKNOWN : null;
        }
        if (Map.Entry.class.isAssignableFrom(raw)) {
            return switch (name) {
                case "0", "key" -> Generics.argument(type, Map.Entry.class, 0);
                case "1", "value" -> Generics.argument(type, Map.Entry.class, 1);
                default -> null;
            };
        }
        return member(type, raw, name);
    }

    private @Nullable Type member(Type type, Class<?> raw, String name) {
        MemberTypes.Found found = MemberTypes.of(raw, name);
        if (found != null) {
            return Generics.resolve(type, found.owner(), found.type());
        }
        boolean special = raw.isEnum() && (name.equals("name") || name.equals("value"))
                || Throwable.class.isAssignableFrom(raw) && name.equals("message")
                || HtmlValue.class.isAssignableFrom(raw) && (name.equals("html") || name.equals("as_html"));
        return special || isOpen(raw) ? UNKNOWN : null;
    }

    private static Type ofMap(Type type, String name) {
        Type key = Generics.argument(type, Map.class, 0);
        Type value = Generics.argument(type, Map.class, 1);
        return switch (name) {
            case "items" -> Generics.of(List.class, Generics.of(Map.Entry.class, key, value));
            case "keys" -> Generics.of(List.class, key);
            case "values" -> Generics.of(List.class, value);
            default -> value;
        };
    }

    /** The type of the elements in a loop over a type. */
    public Type element(Type type) {
        Class<?> raw = Generics.raw(type);
        if (raw == null) {
            return UNKNOWN;
        }
        TypeGuide guide = guide(raw);
        if (guide != null) {
            return guide.element(type);
        }
        if (adapted.test(raw)) {
            return UNKNOWN;
        }
        if (type instanceof GenericArrayType array) {
            return array.getGenericComponentType();
        } else if (raw.isArray()) {
            return raw.getComponentType();
        } else if (raw == String.class) {
            return String.class;
        } else if (Map.class.isAssignableFrom(raw)) {
            return Generics.argument(type, Map.class, 0);
        } else if (Iterable.class.isAssignableFrom(raw)) {
            return Generics.argument(type, Iterable.class, 0);
        } else if (Iterator.class.isAssignableFrom(raw)) {
            return Generics.argument(type, Iterator.class, 0);
        } else if (BaseStream.class.isAssignableFrom(raw)) {
            return Generics.argument(type, BaseStream.class, 0);
        }
        return UNKNOWN;
    }

    /** The types of the parts of an element that a loop takes apart. */
    public List<Type> parts(Type element, int count) {
        Class<?> raw = Generics.raw(element);
        if (raw != null && count == 2 && Map.Entry.class.isAssignableFrom(raw)) {
            return List.of(
                    Generics.argument(element, Map.Entry.class, 0), Generics.argument(element, Map.Entry.class, 1));
        }
        Type each = raw == null || raw == Tuple.class ? UNKNOWN : element(element);
        return java.util.Collections.nCopies(count, each);
    }

    /** The names a template can use on a type. */
    public Collection<String> names(Type type) {
        Class<?> raw = Generics.raw(type);
        if (raw == null) {
            return List.of();
        }
        TypeGuide guide = guide(raw);
        Collection<String> names = new TreeSet<>(MemberTypes.names(raw));
        if (guide != null) {
            names.addAll(guide.names(type));
        }
        return names;
    }

    private static boolean isList(Class<?> raw) {
        Kind kind = MemberTypes.kind(raw);
        return kind == Kind.LIST || kind == Kind.ARRAY || kind == Kind.TUPLE && raw == Tuple.class;
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Class<?> box(Class<?> raw) {
        return java.lang.invoke.MethodType.methodType(raw).wrap().returnType();
    }
}
