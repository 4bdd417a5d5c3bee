package quintet.processor.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which Java types a kind of field goes with, and which kind a bare Java type means. */
final class Kinds {
    private static final Set<String> WHOLE =
            Set.of("int", "long", "short", "java.lang.Integer", "java.lang.Long", "java.lang.Short");
    private static final Set<String> TEXT = Set.of("java.lang.String");
    private static final Set<String> FILE = Set.of("quintet.fields.FieldFile", "java.lang.String");
    private static final Set<String> MOMENT = Set.of(
            "java.time.Instant", "java.time.LocalDateTime", "java.time.OffsetDateTime", "java.time.ZonedDateTime");

    private static final Set<String> RANGE = Set.of(Composed.RANGE);

    private static final Map<String, Set<String>> TYPES_OF_KIND = Map.ofEntries(
            Map.entry("CHAR", TEXT),
            Map.entry("TEXT", TEXT),
            Map.entry("SLUG", TEXT),
            Map.entry("EMAIL", TEXT),
            Map.entry("URL", TEXT),
            Map.entry("FILE_PATH", TEXT),
            Map.entry("IP_ADDRESS", TEXT),
            Map.entry("FILE", FILE),
            Map.entry("IMAGE", FILE),
            Map.entry("UUID", Set.of("java.util.UUID")),
            Map.entry("BOOLEAN", Set.of("boolean", "java.lang.Boolean")),
            Map.entry("INTEGER", WHOLE),
            Map.entry("BIG_INTEGER", WHOLE),
            Map.entry("SMALL_INTEGER", WHOLE),
            Map.entry("POSITIVE_INTEGER", WHOLE),
            Map.entry("POSITIVE_BIG_INTEGER", WHOLE),
            Map.entry("POSITIVE_SMALL_INTEGER", WHOLE),
            Map.entry("AUTO", Set.of("java.lang.Integer", "java.lang.Long")),
            Map.entry("BIG_AUTO", Set.of("java.lang.Long", "java.lang.Integer")),
            Map.entry("SMALL_AUTO", Set.of("java.lang.Short", "java.lang.Integer", "java.lang.Long")),
            Map.entry("FLOAT", Set.of("double", "float", "java.lang.Double", "java.lang.Float")),
            Map.entry("DECIMAL", Set.of("java.math.BigDecimal")),
            Map.entry("DATE", Set.of("java.time.LocalDate")),
            Map.entry("DATETIME", MOMENT),
            Map.entry("TIME", Set.of("java.time.LocalTime")),
            Map.entry("DURATION", Set.of("java.time.Duration")),
            Map.entry("BINARY", Set.of("byte[]")),
            Map.entry("ARRAY", Set.of("java.util.List")),
            Map.entry("HSTORE", Set.of("java.util.Map")),
            Map.entry("INTEGER_RANGE", RANGE),
            Map.entry("BIG_INTEGER_RANGE", RANGE),
            Map.entry("DECIMAL_RANGE", RANGE),
            Map.entry("DATE_RANGE", RANGE),
            Map.entry("DATETIME_RANGE", RANGE),
            Map.entry("SEARCH_VECTOR", TEXT));

    private static final Map<String, String> KIND_OF_TYPE = Map.ofEntries(
            Map.entry("java.lang.String", "TEXT"),
            Map.entry("quintet.fields.FieldFile", "FILE"),
            Map.entry("int", "INTEGER"),
            Map.entry("java.lang.Integer", "INTEGER"),
            Map.entry("long", "BIG_INTEGER"),
            Map.entry("java.lang.Long", "BIG_INTEGER"),
            Map.entry("short", "SMALL_INTEGER"),
            Map.entry("java.lang.Short", "SMALL_INTEGER"),
            Map.entry("boolean", "BOOLEAN"),
            Map.entry("java.lang.Boolean", "BOOLEAN"),
            Map.entry("double", "FLOAT"),
            Map.entry("java.lang.Double", "FLOAT"),
            Map.entry("float", "FLOAT"),
            Map.entry("java.lang.Float", "FLOAT"),
            Map.entry("java.math.BigDecimal", "DECIMAL"),
            Map.entry("java.time.LocalDate", "DATE"),
            Map.entry("java.time.LocalTime", "TIME"),
            Map.entry("java.time.Instant", "DATETIME"),
            Map.entry("java.time.LocalDateTime", "DATETIME"),
            Map.entry("java.time.OffsetDateTime", "DATETIME"),
            Map.entry("java.time.ZonedDateTime", "DATETIME"),
            Map.entry("java.time.Duration", "DURATION"),
            Map.entry("java.util.UUID", "UUID"),
            Map.entry("byte[]", "BINARY"),
            Map.entry("java.lang.Object", "JSON"),
            Map.entry("java.util.Map", "JSON"),
            Map.entry("java.util.List", "JSON"));

    private Kinds() {}

    /** The kind a Java type means when no annotation says it, or null. */
    static @Nullable String ofType(String javaType) {
        return KIND_OF_TYPE.get(javaType);
    }

    /** Whether values of the kind can be kept in the Java type; kinds without a fixed type take any. */
    static boolean fits(String kind, String javaType) {
        Set<String> types = TYPES_OF_KIND.get(kind);
        return types == null || types.contains(javaType);
    }

    /** The Java types a kind goes with, for messages. */
    static List<String> typesOf(String kind) {
        return TYPES_OF_KIND.getOrDefault(kind, Set.of()).stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }
}
