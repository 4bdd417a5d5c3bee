package quintet.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All settings of a site by name, with secrets hidden: for people who look at them, in a terminal or on a page. */
public final class SettingsReport {
    private SettingsReport() {}

    /**
     * A setting.
     *
     * @param group the class it belongs to: {@code Settings}, {@code HttpSettings} ...
     * @param name the name of its method
     * @param value what may be shown of it: null, text, number, boolean, or a list or map of such
     * @param changed whether it differs from the default; true also where the default is not known
     */
    public record Entry(String group, String name, @Nullable Object value, boolean changed) {}

    /** The settings, in the order of their groups. */
    public static List<Entry> of(Settings settings) {
        List<Entry> entries = new ArrayList<>();
        add(entries, "Settings", general(settings), general(Settings.of(settings.env())));
        for (SettingsPart part : settings.parts(SettingsPart.class)) {
            Object defaults = defaults(part.getClass());
            add(entries, part.getClass().getSimpleName(), values(part), defaults == null ? Map.of() : values(defaults));
        }
        return List.copyOf(entries);
    }

    /** What the settings of the same groups are unless changed; groups without known defaults are left out. */
    public static List<Entry> defaults(Settings settings) {
        List<Entry> entries = new ArrayList<>();
        Map<String, @Nullable Object> general = general(Settings.of(settings.env()));
        add(entries, "Settings", general, general);
        for (SettingsPart part : settings.parts(SettingsPart.class)) {
            Object defaults = defaults(part.getClass());
            if (defaults != null) {
                add(entries, part.getClass().getSimpleName(), values(defaults), values(defaults));
            }
        }
        return List.copyOf(entries);
    }

    private static Map<String, @Nullable Object> general(Settings settings) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("debug", settings.debug());
        values.put("secretKey", settings.secretKey());
        values.put("secretKeyFallbacks", settings.secretKeyFallbacks());
        values.put("allowedHosts", settings.allowedHosts());
        values.put("apps", settings.apps().stream().map(Class::getName).toList());
        values.put("language", settings.language());
        values.put("useI18n", settings.useI18n());
        values.put("timeZone", settings.timeZone());
        values.put("useTz", settings.useTz());
        values.put("djangoVersion", settings.djangoVersion());
        values.put("silencedChecks", settings.silencedChecks());
        values.put("root", settings.root());
        values.put("profile", settings.env().profile());
        return values;
    }

    private static void add(
            List<Entry> entries,
            String group,
            Map<String, @Nullable Object> values,
            Map<String, @Nullable Object> defaults) {
        values.forEach((name, value) -> {
            boolean changed = !defaults.containsKey(name) || !same(value, defaults.get(name));
            entries.add(new Entry(group, name, Secrets.cleanse(name, shown(value)), changed));
        });
    }

    /** Patterns know no equality but their text. */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        return Objects.equals(a, b) || Objects.equals(plain(a), plain(b));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case List<?> all -> all.stream().map(SettingsReport::plain).toList();
            case Pattern pattern -> pattern.pattern();
            case null, default -> value;
        };
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> shown(optional.orElse(null));
            case Class<?> type -> type.getName();
            case ConnectionUrl url -> url.toString();
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), shown(inner)));
                yield copy;
            }
            case Iterable<?> all
            when !(value instanceof java.nio.file.Path) -> {
                List<@Nullable Object> copy = new ArrayList<>();
                all.forEach(inner -> copy.add(shown(inner)));
                yield copy;
            }
            case Record record -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                values(record).forEach((name, inner) -> copy.put(name, shown(inner)));
                yield copy;
            }
            default -> isPlain(value) ? value : value.getClass().getName().replaceAll("\\$\\$Lambda.*", " (lambda)");
        };
    }

    /** Whether its text says something: not that of {@link Object#toString}. */
    private static boolean isPlain(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    /** The values of a group, by the names of their methods: components of a record, else getters. */
    private static Map<String, @Nullable Object> values(Object part) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<Method> getters = part.getClass().isRecord()
                ? Arrays.stream(part.getClass().getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .toList()
                : getters(part.getClass());
        for (Method getter : getters) {
            values.put(getter.getName(), call(getter, part));
        }
        return values;
    }

    private static List<Method> getters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0
                        && Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getReturnType() != void.class
                        && method.getReturnType() != type
                        && !List.of("hashCode", "toString").contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static @Nullable Object defaults(Class<?> type) {
        try {
            Method defaults = type.getMethod("defaults");
            return Modifier.isStatic(defaults.getModifiers()) ? call(defaults, null) : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static @Nullable Object call(Method method, @Nullable Object target) {
        try {
            method.setAccessible(true);
            return method.invoke(target);
        } catch (InvocationTargetException e) {
            return "(" + e.getCause() + ")";
        } catch (IllegalAccessException | RuntimeException e) {
            return "(" + e + ")";
        }
    }
}
