package quintet.templates.internal.values;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.core.AltersData;
import quintet.templates.HtmlValue;

/**
 * Finds the member of a class a template name means: a public field, {@code name()}, {@code getName()},
 * {@code isName()}; Python's spelling ({@code first_name}, {@code get_absolute_url}) finds Java's.
 */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
final class Members {
    private static final Set<String> SAFE_PACKAGES = Set.of("java.time", "java.time.chrono");
    private static final Set<Class<?>> SAFE_CLASSES =
            Set.of(java.net.URI.class, Locale.class, java.util.Currency.class, java.util.UUID.class);

    /** What holds a site's secrets. Loaded only for classes that have something of Quintet's in them. */
    private static final class Closed {
        private static final List<Class<?>> CLASSES = List.of(
                quintet.core.Site.class,
                quintet.core.Settings.class,
                quintet.core.SettingsPart.class,
                quintet.core.SiteDefinition.class,
                quintet.core.Env.class,
                quintet.core.Signer.class,
                quintet.core.ConnectionUrl.class,
                quintet.templates.Engine.class,
                quintet.templates.Context.class);

        static boolean has(Class<?> c) {
            for (Class<?> closed : CLASSES) {
                if (closed.isAssignableFrom(c)) {
                    return true;
                }
            }
            return false;
        }
    }

    private Members() {}

    static Accessor find(Class<?> type, String name) {
        for (String candidate : candidates(name)) {
            Accessor found = exact(type, candidate, candidate.equals(name) || !candidate.startsWith("get"));
            if (found != Accessor.NONE) {
                return found;
            }
        }
        return special(type, name);
    }

    /** What templates read from enums, errors and HTML values although their classes are closed. */
    private static Accessor special(Class<?> type, String name) {
        if (Enum.class.isAssignableFrom(type) && (name.equals("name") || name.equals("value"))) {
            return Accessor.of(target -> ((Enum<?>) target).name());
        }
        if (Throwable.class.isAssignableFrom(type) && name.equals("message")) {
            return Accessor.of(target -> ((Throwable) target).getMessage());
        }
        if (HtmlValue.class.isAssignableFrom(type) && (name.equals("html") || name.equals("as_html"))) {
            return Accessor.of(target -> ((HtmlValue) target).html());
        }
        return Accessor.NONE;
    }

    static List<String> candidates(String name) {
        List<String> out = new ArrayList<>();
        String camel = camel(name);
        out.add(name);
        out.add("get" + upper(name));
        out.add("is" + upper(name));
        if (!camel.equals(name)) {
            out.add(camel);
            out.add("get" + upper(camel));
            out.add("is" + upper(camel));
            if (name.startsWith("get_")) {
                out.add(camel(name.substring(4)));
            }
        }
        return out;
    }

    private static String camel(String name) {
        if (name.indexOf('_') < 0) {
            return name;
        }
        StringBuilder out = new StringBuilder();
        boolean up = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' && i + 1 < name.length()) {
                up = true;
            } else {
                out.append(up ? Character.toUpperCase(c) : c);
                up = false;
            }
        }
        return out.toString();
    }

    private static String upper(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Accessor exact(Class<?> type, String name, boolean fields) {
        if (fields) {
            Field field = field(type, name);
            if (field != null) {
                return Accessor.of(field);
            }
        }
        Method method = method(type, name);
        if (method == null) {
            return Accessor.NONE;
        }
        if (!fits(method)) {
            return Accessor.NONE;
        }
        return altersData(type, name) ? Accessor.REFUSED : Accessor.of(method);
    }

    /** Whether a method named {@code isX} gives a truth value; others always fit. */
    static boolean fits(Method method) {
        String name = method.getName();
        if (name.startsWith("is") && name.length() > 2 && Character.isUpperCase(name.charAt(2))) {
            Class<?> result = method.getReturnType();
            return result == boolean.class || result == Boolean.class;
        }
        return true;
    }

    static @Nullable Field field(Class<?> type, String name) {
        for (Class<?> c = type; c != null && c != Object.class && readable(c); c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (f.getName().equals(name)
                        && Modifier.isPublic(f.getModifiers())
                        && !Modifier.isStatic(f.getModifiers())) {
                    return f;
                }
            }
        }
        return null;
    }

    static @Nullable Method method(Class<?> type, String name) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Method found = declared(c, name);
            if (found != null) {
                return found;
            }
        }
        return inInterfaces(type, name);
    }

    private static @Nullable Method inInterfaces(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Class<?> i : c.getInterfaces()) {
                Method found = declared(i, name);
                found = found == null ? inInterfaces(i, name) : found;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Method declared(Class<?> c, String name) {
        if (!readable(c)) {
            return null;
        }
        for (Method m : c.getDeclaredMethods()) {
            if (m.getName().equals(name)
                    && m.getParameterCount() == 0
                    && m.getReturnType() != void.class
                    && Modifier.isPublic(m.getModifiers())
                    && !Modifier.isStatic(m.getModifiers())
                    && !m.isBridge()
                    && !isObjectMethod(name)) {
                boolean jdk = c.getName().startsWith("java.");
                return jdk && !name.startsWith("get") && !name.startsWith("is") ? null : m;
            }
        }
        return null;
    }

    private static boolean isObjectMethod(String name) {
        return switch (name) {
            case "getClass", "hashCode", "toString", "clone", "finalize", "notify", "notifyAll", "wait" -> true;
            default -> false;
        };
    }

    /** Whether the class, or one above it, is of Quintet. */
    private static boolean isQuintets(Class<?> c) {
        if (c.getName().startsWith("quintet.")) {
            return true;
        }
        for (Class<?> above : c.getInterfaces()) {
            if (isQuintets(above)) {
                return true;
            }
        }
        Class<?> parent = c.getSuperclass();
        return parent != null && isQuintets(parent);
    }

    /** Classes of the platform are closed, but for plain values; so are those that hold a site's secrets. */
    private static boolean readable(Class<?> c) {
        if (isQuintets(c) && Closed.has(c)) {
            return false;
        }
        String name = c.getName();
        if (name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")) {
            return SAFE_PACKAGES.contains(c.getPackageName()) || SAFE_CLASSES.contains(c);
        }
        return true;
    }

    /** Whether the method, here or where it was first declared, is marked as one that changes data. */
    private static boolean altersData(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method m : c.getDeclaredMethods()) {
                if (m.getName().equals(name) && m.getParameterCount() == 0 && m.isAnnotationPresent(AltersData.class)) {
                    return true;
                }
            }
            for (Class<?> i : c.getInterfaces()) {
                if (altersData(i, name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
