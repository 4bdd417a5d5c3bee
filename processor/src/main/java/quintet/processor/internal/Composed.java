package quintet.processor.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Kinds of field whose values are made of values of another kind: lists and ranges. */
public final class Composed {
    static final String RANGE = "quintet.fields.Range";

    private static final Map<String, String> OF_BOUND = Map.of(
            "java.lang.Integer", "INTEGER_RANGE",
            "java.lang.Long", "BIG_INTEGER_RANGE",
            "java.math.BigDecimal", "DECIMAL_RANGE",
            "java.time.LocalDate", "DATE_RANGE",
            "java.time.Instant", "DATETIME_RANGE",
            "java.time.LocalDateTime", "DATETIME_RANGE",
            "java.time.OffsetDateTime", "DATETIME_RANGE",
            "java.time.ZonedDateTime", "DATETIME_RANGE");

    private static final Map<String, String> BOUND_OF = Map.of(
            "INTEGER_RANGE", "INTEGER",
            "BIG_INTEGER_RANGE", "BIG_INTEGER",
            "DECIMAL_RANGE", "DECIMAL",
            "DATE_RANGE", "DATE",
            "DATETIME_RANGE", "DATETIME");

    private Composed() {}

    /** Whether values of the kind are made of values of another. */
    public static boolean isComposed(String kind) {
        return kind.equals("ARRAY") || isRange(kind);
    }

    /** Whether values of the kind are ranges. */
    public static boolean isRange(String kind) {
        return BOUND_OF.containsKey(kind);
    }

    /** Whether companions leave reading and writing values of the kind to what is known of the field. */
    public static boolean isStored(String kind) {
        return isComposed(kind) || kind.equals("HSTORE");
    }

    /** The kind of range whose bounds have a Java type, or null. */
    static @Nullable String ofRange(@Nullable String javaType) {
        return javaType == null ? null : OF_BOUND.get(javaType);
    }

    /** The kind of a bound of a range, where a Java type fits it; else null. */
    static @Nullable String boundOf(String kind, String javaType) {
        return kind.equals(OF_BOUND.get(javaType)) ? BOUND_OF.get(kind) : null;
    }

    /** The kind of a value in a list, by its Java type alone: lists in lists are arrays of more dimensions. */
    static @Nullable String ofType(Context context, TypeMirror type, String javaType) {
        if (javaType.equals("java.util.List")) {
            return "ARRAY";
        }
        TypeMirror bound = argument(type);
        return javaType.equals(RANGE) ? ofRange(bound == null ? null : context.erased(bound)) : Kinds.ofType(javaType);
    }

    /** The only type argument, or null. */
    static @Nullable TypeMirror argument(TypeMirror type) {
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return arguments.size() == 1 ? arguments.getFirst() : null;
    }

    static String advice(String kind) {
        if (kind.equals("ARRAY")) {
            return "Say what the list holds: List<String>, List<Integer>, List<@CharField(maxLength = 20) String>,"
                    + " List<List<Long>> ...";
        }
        Set<String> fitting = new java.util.TreeSet<>();
        OF_BOUND.forEach((bound, of) -> {
            if (of.equals(kind)) {
                fitting.add("Range<" + bound.substring(bound.lastIndexOf('.') + 1) + ">");
            }
        });
        return "A field of the kind " + kind + " goes with " + String.join(", ", fitting) + ".";
    }
}
