package quintet.templates.internal.values;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import quintet.templates.ValueAdapter;

/** What {@link Members} and {@link BuiltinMembers} find, as types: for checks without values. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class MemberTypes {
    private MemberTypes() {}

    /**
     * A member.
     *
     * @param owner the class that declares it
     * @param type its type, perhaps a variable of the owner
     */
    public record Found(Class<?> owner, Type type) {}

    /** The member a template name means, or null. */
    public static @Nullable Found of(Class<?> type, String name) {
        for (String candidate : Members.candidates(name)) {
            boolean fields = candidate.equals(name) || !candidate.startsWith("get");
            Field field = fields ? Members.field(type, candidate) : null;
            if (field != null) {
                return new Found(field.getDeclaringClass(), field.getGenericType());
            }
            Method method = Members.method(type, candidate);
            if (method != null && Members.fits(method)) {
                return new Found(method.getDeclaringClass(), method.getGenericReturnType());
            }
        }
        return null;
    }

    /** The names under which a template reaches the members of a class. */
    public static Set<String> names(Class<?> type) {
        Set<String> out = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                out.add(field.getName());
            }
        }
        for (Method method : type.getMethods()) {
            if (Members.method(type, method.getName()) != null && Members.fits(method)) {
                out.add(plain(method.getName()));
            }
        }
        return out;
    }

    private static String plain(String name) {
        int start = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        boolean accessor = start > 0 && name.length() > start && Character.isUpperCase(name.charAt(start));
        return accessor ? name.substring(start, start + 1).toLowerCase(Locale.ROOT) + name.substring(start + 1) : name;
    }

    /** Whether text, numbers, dates and their like have this attribute; null for a class that is none of these. */
    public static @Nullable Boolean builtin(Class<?> type, String name) {
        Kind kind = Kind.of(type);
        return switch (kind) {
            case STR, SAFE, LAZY -> BuiltinMembers.ofText("", name) != ValueAdapter.MISSING;
            case INT, BOOL -> BuiltinMembers.ofNumber(0L, name) != ValueAdapter.MISSING;
            case FLOAT -> BuiltinMembers.ofNumber(0.5, name) != ValueAdapter.MISSING;
            case DECIMAL -> BuiltinMembers.ofNumber(java.math.BigDecimal.ONE, name) != ValueAdapter.MISSING;
            case DATE -> time(LocalDate.EPOCH, type, name);
            case DATETIME -> time(LocalDateTime.of(1970, 1, 1, 0, 0), type, name);
            case TIME -> time(LocalTime.MIN, type, name);
            case DURATION -> time(Duration.ZERO, type, name);
            case UUID -> time(new java.util.UUID(0, 0), type, name);
            default -> null;
        };
    }

    private static boolean time(Object sample, Class<?> type, String name) {
        return BuiltinMembers.ofTime(sample, name) != ValueAdapter.MISSING || of(type, name) != null;
    }

    /** The kind of a class. */
    public static Kind kind(Class<?> type) {
        return Kind.of(type);
    }
}
