package quintet.orm.internal.commands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Writes the Java source of models for tables. */
final class ModelSource {
    private static final Pattern SIZED = Pattern.compile("\\((\\d+)(?:\\s*,\\s*(\\d+))?\\)");
    private static final int LONGEST = 100_000;

    private final Set<String> tables;

    /** For these tables; foreign keys to others stay plain columns. */
    ModelSource(List<String> tables) {
        this.tables = new HashSet<>(tables);
    }

    /** A field: its annotations, its type with nullness, and the remarks before it. */
    private record Field(String annotation, String options, String type, String initial) {}

    String of(TableReader.Table table) {
        String name = className(table.name());
        boolean plainId = table.key().equals(List.of("id"))
                && table.columns().stream()
                        .anyMatch(
                                c -> c.name().equals("id") && javaType(c).type().equals("long"));
        StringBuilder text = new StringBuilder();
        String base = plainId ? "Model" : "KeyedModel<" + keyType(table) + ">";
        text.append("public class ")
                .append(name)
                .append(" extends ")
                .append(base)
                .append(" {\n");
        text.append("    public static final Manager<")
                .append(name)
                .append("> objects = new Manager<>(")
                .append(name)
                .append(".class);\n");
        if (table.key().isEmpty()) {
            text.append("\n    // The table has no primary key: choose the column that tells its rows apart.\n");
        }
        Set<String> used = new HashSet<>();
        List<TableReader.Link> links = LinkSource.usable(table, tables);
        for (int i = 0; i < table.columns().size(); i++) {
            TableReader.Column column = table.columns().get(i);
            TableReader.Link link = LinkSource.of(links, column);
            if (link != null) {
                if (link.columns().getFirst().equals(column.name())) {
                    text.append('\n').append(LinkSource.field(table, link, used));
                }
                continue;
            }
            boolean key = table.key().contains(column.name()) || (table.key().isEmpty() && i == 0);
            if (!(plainId && column.name().equals("id"))) {
                text.append('\n').append(field(column, key, used));
            }
        }
        text.append("\n    public static final Meta<")
                .append(name)
                .append("> meta = Meta.of(")
                .append(name)
                .append(".class).table(\"")
                .append(table.name())
                .append("\").unmanaged();\n}\n");
        return text.toString();
    }

    private String keyType(TableReader.Table table) {
        if (table.key().size() > 1) {
            return "List<Object>";
        }
        String key = table.key().isEmpty()
                ? table.columns().getFirst().name()
                : table.key().getFirst();
        return table.columns().stream()
                .filter(column -> column.name().equals(key))
                .map(column -> boxed(javaType(column).type()))
                .findFirst()
                .orElse("Long");
    }

    private String field(TableReader.Column column, boolean key, Set<String> used) {
        boolean relation = column.target() != null && tables.contains(column.target());
        Field field = relation ? relation(column) : javaType(column);
        String name = fieldName(column.name(), relation, used);
        List<String> options = new ArrayList<>();
        if (!field.options().isEmpty()) {
            options.add(field.options());
        }
        String expected = relation ? snake(name) + "_id" : snake(name);
        if (!expected.equals(column.name())) {
            options.add("column = \"" + column.name() + "\"");
        }
        if (column.unique() && !relation) {
            options.add("unique = true");
        }
        StringBuilder text = new StringBuilder();
        if (key) {
            text.append("    @PrimaryKey\n");
        }
        String annotation = relation && column.unique() ? "OneToOneField" : field.annotation();
        if (!annotation.isEmpty()) {
            text.append("    @")
                    .append(annotation)
                    .append(options.isEmpty() ? "" : "(" + String.join(", ", options) + ")")
                    .append('\n');
        }
        boolean nullable = column.nullable() && !key;
        String type = nullable ? "@Nullable " + boxed(field.type()) : key ? boxed(field.type()) : field.type();
        String initial = nullable || key ? "" : field.initial();
        return text + "    public " + type + " " + name + (initial.isEmpty() ? "" : " = " + initial) + ";\n";
    }

    private static Field relation(TableReader.Column column) {
        return new Field(
                "ForeignKey",
                "onDelete = OnDelete.DO_NOTHING",
                "Ref<" + className(String.valueOf(column.target())) + ">",
                "");
    }

    private static Field javaType(TableReader.Column column) {
        Matcher sized = SIZED.matcher(column.type());
        int first = sized.find() ? Integer.parseInt(sized.group(1)) : column.size();
        int second = sized.hasMatch() && sized.group(2) != null ? Integer.parseInt(sized.group(2)) : column.digits();
        String type = column.type().replaceAll("\\(.*?\\)", "").strip();
        Field own = postgres(column, type, first, second);
        return own != null ? own : plainType(column, type, first, second);
    }

    /** What only PostgreSQL has. */
    private static @Nullable Field postgres(TableReader.Column column, String type, int first, int second) {
        if (type.startsWith("_")) {
            return list(column, type.substring(1), first, second);
        }
        return switch (type) {
            case "hstore" -> new Field("HStoreField", "", "Map<String, @Nullable String>", "Map.of()");
            case "tsvector" -> new Field("SearchVectorField", "", "String", "\"\"");
            case "int4range" -> new Field("IntegerRangeField", "", "Range<Integer>", "Range.all()");
            case "int8range" -> new Field("BigIntegerRangeField", "", "Range<Long>", "Range.all()");
            case "numrange" -> new Field("DecimalRangeField", "", "Range<BigDecimal>", "Range.all()");
            case "daterange" -> new Field("DateRangeField", "", "Range<LocalDate>", "Range.all()");
            case "tstzrange" -> new Field("DateTimeRangeField", "", "Range<Instant>", "Range.all()");
            default -> null;
        };
    }

    /** An array: the database does not say how many dimensions it was declared with. */
    private static Field list(TableReader.Column column, String item, int first, int second) {
        Field own = postgres(column, item, first, second);
        Field field = own == null ? plainType(column, item, first, second) : own;
        boolean limited = first > 0 && first <= LONGEST;
        String annotation = switch (field.annotation()) {
            case "IntegerField", "BigIntegerField", "DateField", "DateTimeField", "UuidField" -> "";
            // Arrays of varchar and of text are different types.
            case "CharField", "TextField" ->
                item.equals("text") ? "" : limited ? "@CharField(maxLength = " + first + ") " : "@CharField ";
            default -> "@" + field.annotation() + (field.options().isEmpty() ? "" : "(" + field.options() + ")") + " ";
        };
        return new Field("ArrayField", "", "List<" + annotation + boxed(field.type()) + ">", "List.of()");
    }

    private static Field plainType(TableReader.Column column, String type, int first, int second) {
        return switch (type) {
            case "varchar", "character varying", "char", "bpchar", "nvarchar", "character" ->
                first > 0 && first <= LONGEST
                        ? new Field("CharField", "maxLength = " + first, "String", "\"\"")
                        : new Field("TextField", "", "String", "\"\"");
            case "text", "clob", "longtext", "mediumtext", "tinytext", "citext" ->
                new Field("TextField", "", "String", "\"\"");
            case "bool", "boolean", "bit", "tinyint" -> new Field("BooleanField", "", "boolean", "");
            case "smallint", "int2", "smallserial", "smallint unsigned" ->
                new Field("SmallIntegerField", "", "short", "");
            case "int", "int4", "serial", "mediumint", "integer unsigned", "int unsigned" ->
                new Field("IntegerField", "", "int", "");
            case "integer" ->
                column.generated()
                        ? new Field("BigAutoField", "", "long", "")
                        : new Field("IntegerField", "", "int", "");
            case "bigint", "int8", "bigserial", "bigint unsigned" ->
                column.generated()
                        ? new Field("BigAutoField", "", "long", "")
                        : new Field("BigIntegerField", "", "long", "");
            case "real", "float", "float4", "float8", "double", "double precision" ->
                new Field("FloatField", "", "double", "");
            case "decimal", "numeric" ->
                new Field(
                        "DecimalField",
                        first > 0 && first <= LONGEST
                                ? "maxDigits = " + first + ", decimalPlaces = " + Math.max(0, second)
                                : "",
                        "BigDecimal",
                        "");
            case "date" -> new Field("DateField", "", "LocalDate", "");
            case "time", "timetz" -> new Field("TimeField", "", "LocalTime", "");
            case "datetime", "timestamp", "timestamptz", "timestamp with time zone" ->
                new Field("DateTimeField", "", "Instant", "");
            case "interval" -> new Field("DurationField", "", "Duration", "");
            case "uuid" -> new Field("UuidField", "", "UUID", "");
            case "json", "jsonb" -> new Field("JsonField", "", "Object", "");
            case "bytea", "blob", "longblob", "varbinary", "binary" -> new Field("BinaryField", "", "byte[]", "");
            case "inet" -> new Field("GenericIpAddressField", "", "String", "\"\"");
            default -> new Field("TextField", "", "String /* This is a guess: " + type + " */", "\"\"");
        };
    }

    private static String boxed(String type) {
        return switch (type) {
            case "long" -> "Long";
            case "int" -> "Integer";
            case "short" -> "Short";
            case "boolean" -> "Boolean";
            case "double" -> "Double";
            default -> type;
        };
    }

    static String className(String table) {
        StringBuilder name = new StringBuilder();
        for (String part : table.split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Table" + name : name.toString();
    }

    static String fieldName(String column, boolean relation, Set<String> used) {
        String base = relation && column.endsWith("_id") ? column.substring(0, column.length() - 3) : column;
        StringBuilder name = new StringBuilder();
        for (String part : base.split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                String word = part.equals(part.toUpperCase(java.util.Locale.ROOT))
                        ? part.toLowerCase(java.util.Locale.ROOT)
                        : part;
                char first = word.charAt(0);
                name.append(name.isEmpty() ? Character.toLowerCase(first) : Character.toUpperCase(first))
                        .append(word.substring(1));
            }
        }
        String text = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "field" + name : name.toString();
        if (SourceVersion.isKeyword(text) || Set.of("objects", "meta").contains(text)) {
            text += "Field";
        }
        String free = text;
        for (int i = 2; !used.add(free); i++) {
            free = text + i;
        }
        return free;
    }

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
