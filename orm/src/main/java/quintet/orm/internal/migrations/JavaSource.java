package quintet.orm.internal.migrations;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;
import quintet.orm.FieldState;
import quintet.orm.SchemaExpr;

/** Values as Java expressions, and the imports these need. */
final class JavaSource {
    private final SortedSet<String> imports = new TreeSet<>();
    private final SortedSet<String> staticImports = new TreeSet<>();

    void use(String type) {
        imports.add(type);
    }

    void useStatic(String member) {
        staticImports.add(member);
    }

    SortedSet<String> imports() {
        return imports;
    }

    SortedSet<String> staticImports() {
        return staticImports;
    }

    String value(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> string(s);
            case Long n -> n == n.intValue() ? n.toString() : n + "L";
            case Boolean b -> b.toString();
            case Integer n -> n.toString();
            case Double d -> d.toString();
            case BigDecimal d -> made("java.math.BigDecimal", "new BigDecimal(", d.toPlainString());
            case LocalDate d -> made("java.time.LocalDate", "LocalDate.parse(", d.toString());
            case LocalTime t -> made("java.time.LocalTime", "LocalTime.parse(", t.toString());
            case LocalDateTime t -> made("java.time.LocalDateTime", "LocalDateTime.parse(", t.toString());
            case OffsetDateTime t -> made("java.time.OffsetDateTime", "OffsetDateTime.parse(", t.toString());
            case Duration d -> made("java.time.Duration", "Duration.parse(", d.toString());
            case UUID u -> made("java.util.UUID", "UUID.fromString(", u.toString());
            case Instant i -> made("java.time.Instant", "Instant.parse(", i.toString());
            case Range<?> range -> range(range);
            case FieldState f -> new FieldSource(this).field(f);
            case SchemaExpr e -> expression(e);
            case byte[] bytes -> bytes(bytes);
            case Collection<?> items -> list(items);
            case Map<?, ?> map -> map(map);
            default ->
                throw new MigrationException("Cannot write a value of "
                        + value.getClass().getName()
                        + " into a migration: " + value + ". Use a text, number, boolean, date, time, UUID or a list of"
                        + " such values.");
        };
    }

    private String range(Range<?> range) {
        use("quintet.fields.Range");
        if (range.isEmpty()) {
            return "Range.empty()";
        }
        String bounds = range.bounds().equals("[)") || range.bounds().equals("()") && range.lower() == null
                ? ""
                : ", " + string(range.bounds());
        return "Range.of(" + value(range.lower()) + ", " + value(range.upper()) + bounds + ")";
    }

    private String made(String type, String call, String text) {
        use(type);
        return call + string(text) + ")";
    }

    private static String bytes(byte[] bytes) {
        List<String> parts = new ArrayList<>();
        for (byte b : bytes) {
            parts.add(Byte.toString(b));
        }
        return "new byte[] {" + String.join(", ", parts) + "}";
    }

    private String list(Collection<?> items) {
        use("java.util.List");
        return "List.of(" + arguments(items) + ")";
    }

    String arguments(Collection<?> items) {
        return items.stream().map(this::value).collect(Collectors.joining(", "));
    }

    private String map(Map<?, ?> map) {
        use("java.util.Map");
        if (map.size() <= 10) {
            return map.entrySet().stream()
                    .map(e -> value(e.getKey()) + ", " + value(e.getValue()))
                    .collect(Collectors.joining(", ", "Map.of(", ")"));
        }
        return map.entrySet().stream()
                .map(e -> "Map.entry(" + value(e.getKey()) + ", " + value(e.getValue()) + ")")
                .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    String expression(SchemaExpr expression) {
        return switch (expression) {
            case SchemaExpr.F f -> call("f", string(f.name()));
            case SchemaExpr.Value v ->
                v.outputField() == null
                        ? call("value", value(v.value()))
                        : newRecord("Value", value(v.value()) + ", " + value(v.outputField()));
            case SchemaExpr.Combined c ->
                call("combined", value(c.left()) + ", " + string(c.operator()) + ", " + value(c.right()));
            case SchemaExpr.Func f -> {
                StringBuilder text = new StringBuilder(
                        call("func", string(f.name()) + (f.args().isEmpty() ? "" : ", " + arguments(f.args()))));
                f.kwargs()
                        .forEach((name, argument) -> text.append(".with(")
                                .append(string(name))
                                .append(", ")
                                .append(value(argument))
                                .append(")"));
                yield text.toString();
            }
            case SchemaExpr.OrderBy o ->
                o.options().isEmpty()
                        ? expression(o.expression()) + (o.descending() ? ".desc()" : ".asc()")
                        : newRecord(
                                "OrderBy",
                                expression(o.expression()) + ", " + o.descending() + ", " + value(o.options()));
            case SchemaExpr.Test t -> call("q", string(t.lookup()) + ", " + value(t.value()));
            case SchemaExpr.Sql s -> call("sql", string(s.text()));
            case SchemaExpr.Q q -> condition(q);
        };
    }

    private String newRecord(String name, String arguments) {
        use("quintet.orm.SchemaExpr");
        return "new SchemaExpr." + name + "(" + arguments + ")";
    }

    private String call(String method, String arguments) {
        useStatic("quintet.orm.SchemaExpr." + method);
        return method + "(" + arguments + ")";
    }

    private String condition(SchemaExpr.Q q) {
        if (q.children().isEmpty() || q.children().stream().anyMatch(JavaSource::notChained)) {
            use("java.util.List");
            return newRecord(
                    "Q", string(q.connector()) + ", " + q.negated() + ", List.of(" + arguments(q.children()) + ")");
        }
        StringBuilder text = new StringBuilder();
        String joiner = "." + q.connector().toLowerCase(java.util.Locale.ROOT) + "(";
        for (SchemaExpr child : q.children()) {
            text.append(text.isEmpty() ? expression(child) : joiner + expression(child) + ")");
        }
        return q.negated() ? text.append(".not()").toString() : text.toString();
    }

    private static boolean notChained(SchemaExpr child) {
        return !(child instanceof SchemaExpr.Test || child instanceof SchemaExpr.Q);
    }
}
