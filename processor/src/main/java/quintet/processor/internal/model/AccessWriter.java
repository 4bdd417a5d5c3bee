package quintet.processor.internal.model;

import java.util.List;
import java.util.Map;
import quintet.processor.internal.Composed;
import quintet.processor.internal.FieldSpec;
import quintet.processor.internal.SourceText;

/** Writes the part of a companion that reads and writes a model's fields without reflection. */
final class AccessWriter {
    /** How a Java type is called in {@code Cells} and {@code Parameters}. */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("java.lang.String", "text"),
            Map.entry("int", "int32"),
            Map.entry("java.lang.Integer", "int32OrNull"),
            Map.entry("long", "int64"),
            Map.entry("java.lang.Long", "int64OrNull"),
            Map.entry("short", "int16"),
            Map.entry("java.lang.Short", "int16OrNull"),
            Map.entry("boolean", "bool"),
            Map.entry("java.lang.Boolean", "boolOrNull"),
            Map.entry("double", "float64"),
            Map.entry("java.lang.Double", "float64OrNull"),
            Map.entry("float", "float32"),
            Map.entry("java.lang.Float", "float32OrNull"),
            Map.entry("java.math.BigDecimal", "decimal"),
            Map.entry("java.time.LocalDate", "date"),
            Map.entry("java.time.LocalTime", "time"),
            Map.entry("java.time.Instant", "instant"),
            Map.entry("java.time.LocalDateTime", "localDateTime"),
            Map.entry("java.time.OffsetDateTime", "offsetDateTime"),
            Map.entry("java.time.ZonedDateTime", "zonedDateTime"),
            Map.entry("java.time.Duration", "duration"),
            Map.entry("java.util.UUID", "uuid"),
            Map.entry("byte[]", "bytes"));

    private static final String FILE = "quintet.fields.FieldFile";

    private final ModelSpec model;
    private final SourceText out;
    private final List<FieldSpec> columns;

    AccessWriter(ModelSpec model, SourceText out) {
        this.model = model;
        this.out = out;
        this.columns = model.columns();
    }

    void write() {
        String type = model.name();
        out.gap();
        out.line("/** Reads and writes the fields of {@link " + type + "}. */");
        out.line("public static final class Access extends quintet.orm.ModelAccess<" + type + "> {");
        out.line("public Access() {");
        out.line("super(" + type + ".class);");
        out.line("}");
        writeDeclarations();
        writeMake();
        writeInit();
        writeRead();
        writeReadOne();
        writeWrite();
        writeGet();
        writeSet();
        writeOther();
        out.line("}");
    }

    private void writeDeclarations() {
        method("public java.util.List<quintet.fields.FieldDeclaration> columns()");
        list(columns);
        out.line("}");
        method("public java.util.List<quintet.fields.FieldDeclaration> relations()");
        list(model.others());
        out.line("}");
    }

    private void list(List<FieldSpec> fields) {
        out.line("return java.util.Arrays.asList(");
        for (int i = 0; i < fields.size(); i++) {
            out.line("        " + fields.get(i).declaration() + (i + 1 < fields.size() ? "," : ""));
        }
        out.line(");");
    }

    private void writeMake() {
        method("public " + model.name() + " make()");
        out.line(
                model.isAbstract()
                        ? "throw new IllegalStateException(\"" + model.type().getSimpleName() + " is abstract.\");"
                        : "return new " + model.name() + "();");
        out.line("}");
        if (model.manager() != null) {
            method("public quintet.orm.Manager<" + model.name() + "> manager()");
            out.line("return " + model.name() + "." + model.manager() + ";");
            out.line("}");
            writeManagers();
        }
        if (model.meta() != null) {
            method("public quintet.orm.Meta<?> meta()");
            out.line("return " + model.meta() + ";");
            out.line("}");
        }
        writeFlag("isAbstract", model.isAbstract());
        writeFlag("isProxy", model.isProxy());
    }

    private void writeManagers() {
        method("public java.util.Map<String, quintet.orm.Manager<" + model.name() + ">> managers()");
        out.line("var all = new java.util.LinkedHashMap<String, quintet.orm.Manager<" + model.name() + ">>();");
        model.managers().forEach(name -> out.line("all.put(\"" + name + "\", " + model.name() + "." + name + ");"));
        out.line("return all;");
        out.line("}");
    }

    private void writeFlag(String name, boolean value) {
        if (value) {
            method("public boolean " + name + "()");
            out.line("return true;");
            out.line("}");
        }
    }

    /** The field that holds what a made link to a parent stands for; else the field itself. */
    private int source(int index) {
        FieldSpec field = columns.get(index);
        return field.made() ? Inheritance.keyIndex(columns, field, model.type()) : index;
    }

    private void writeInit() {
        method("public void init(" + model.name() + " m)");
        for (int i = 0; i < columns.size(); i++) {
            FieldSpec field = columns.get(i);
            if (field.isReference() && !field.nullable() && !field.made()) {
                out.line("m." + field.name() + " = ref(m, " + i + ");");
            }
        }
        List<FieldSpec> others = model.others();
        for (int i = 0; i < others.size(); i++) {
            FieldSpec field = others.get(i);
            boolean many = field.javaType().equals("quintet.orm.Many");
            out.line("m." + field.name() + " = " + (many ? "many" : "back") + "(m, " + i + ");");
        }
        model.generics().forEach(generic -> out.line("m." + generic.name() + " = " + generic.make() + ";"));
        out.line("}");
        writeDependants();
        writePlain();
    }

    /** The relations without a foreign key. */
    private void writePlain() {
        if (model.generics().isEmpty()) {
            return;
        }
        method("public java.util.List<quintet.orm.PlainRelation> plainRelations()");
        List<String> all = model.generics().stream()
                .map(generic -> "new quintet.orm.PlainRelation(" + SourceText.literal(generic.name()) + ", "
                        + (generic.target() == null
                                ? model.name()
                                : generic.target().getQualifiedName().toString())
                        + ".class, " + generic.columns() + ")")
                .toList();
        out.line("return java.util.List.of(" + String.join(", ", all) + ");");
        out.line("}");
        method("public quintet.orm.PlainHandle plain(" + model.name() + " m, int relation)");
        out.line("return switch (relation) {");
        for (int i = 0; i < model.generics().size(); i++) {
            out.line("case " + i + " -> m." + model.generics().get(i).name() + ";");
        }
        out.line("default -> throw unknown(relation);");
        out.line("};");
        out.line("}");
    }

    /** The rows of other models that go with an object without a foreign key. */
    private void writeDependants() {
        List<String> owned = model.generics().stream()
                .filter(ModelSpec.Generic::owns)
                .map(generic -> "m." + generic.name())
                .toList();
        if (!owned.isEmpty()) {
            method("public java.util.List<quintet.orm.Queries<?>> dependants(" + model.name() + " m)");
            out.line("return java.util.List.of(" + String.join(", ", owned) + ");");
            out.line("}");
        }
    }

    private void writeRead() {
        method("public void read(" + model.name() + " m, quintet.orm.Cells c, int at)");
        for (int i = 0; i < columns.size(); i++) {
            out.line(readStatement(i, "at + " + i));
        }
        out.line("}");
    }

    private void writeReadOne() {
        method("public void read(" + model.name() + " m, int field, quintet.orm.Cells c, int at)");
        out.line("switch (field) {");
        for (int i = 0; i < columns.size(); i++) {
            String statement = readStatement(i, "at");
            boolean several = statement.indexOf(';') < statement.length() - 1;
            out.line("case " + i + " -> " + (several ? "{ " + statement + " }" : statement));
        }
        out.line("default -> throw unknown(field);");
        out.line("}");
        out.line("}");
    }

    private String readStatement(int place, String at) {
        int index = source(place);
        FieldSpec field = columns.get(index);
        String statement = readStatement(field, index, at);
        FieldSpec link = columns.get(place);
        if (!link.isParentLink() || link.made()) {
            return statement;
        }
        int key = Inheritance.keyIndex(columns, link, model.type());
        return key == index ? statement : statement + " " + assignment(key, "keyOf(m." + field.name() + ")");
    }

    private String readStatement(FieldSpec field, int index, String at) {
        String target = "m." + field.name();
        if (field.isReference()) {
            return field.nullable()
                    ? target + " = c.refOrNull(this, " + index + ", " + at + ");"
                    : target + " = c.ref(" + target + ", this, " + index + ", " + at + ");";
        }
        return target + " = " + readCall(field, index, at) + ";";
    }

    private String readCall(FieldSpec field, int index, String at) {
        if (Composed.isStored(field.kind())) {
            return "(" + field.javaType() + ") c.stored(this, " + index + ", " + at + ")";
        }
        if (isChoice(field)) {
            return "c.choice(" + field.javaType() + ".class, " + at + ")";
        }
        if (field.javaType().equals(FILE)) {
            return "c.file" + (field.nullable() ? "OrNull" : "") + "(this, " + index + ", " + at + ")";
        }
        String call = CALLS.get(field.javaType());
        if (call == null) {
            return "(" + field.javaType() + ") c.json(" + at + ")";
        }
        if (call.equals("decimal")) {
            return "c.decimal(" + at + ", " + field.options().getOrDefault("decimalPlaces", "-1") + ")";
        }
        return "c." + call + "(" + at + ")";
    }

    private static boolean isChoice(FieldSpec field) {
        return (field.javaType() + ".class").equals(field.options().get("choices"));
    }

    private void writeWrite() {
        method("public void write(" + model.name() + " m, int field, quintet.orm.Parameters p)");
        out.line("switch (field) {");
        for (int i = 0; i < columns.size(); i++) {
            int at = source(i);
            FieldSpec field = columns.get(at);
            String value = "m." + field.name();
            String call = CALLS.get(field.javaType());
            String statement;
            if (field.isReference()) {
                statement = "p.ref(" + value + ", this, " + at + ");";
            } else if (Composed.isStored(field.kind())) {
                statement = "p.stored(" + value + ", this, " + at + ");";
            } else if (isChoice(field)) {
                statement = "p.choice(" + value + ");";
            } else if (field.javaType().equals(FILE)) {
                statement = "p.file(" + value + ", " + field.nullable() + ");";
            } else if (call == null) {
                statement = "p.json(" + value + ");";
            } else if (call.equals("decimal")) {
                statement = "p.decimal(" + value + ", " + field.options().getOrDefault("maxDigits", "-1") + ", "
                        + field.options().getOrDefault("decimalPlaces", "-1") + ");";
            } else {
                statement = "p." + call.replace("OrNull", "") + "(" + value + ");";
            }
            out.line("case " + i + " -> " + statement);
        }
        out.line("default -> throw unknown(field);");
        out.line("}");
        out.line("}");
    }

    private void writeGet() {
        method("public Object get(" + model.name() + " m, int field)");
        out.line("return switch (field) {");
        for (int i = 0; i < columns.size(); i++) {
            String value = "m." + columns.get(source(i)).name();
            out.line("case " + i + " -> " + (columns.get(i).made() ? "link(" + i + ", " + value + ")" : value) + ";");
        }
        out.line("default -> throw unknown(field);");
        out.line("};");
        out.line("}");
    }

    private void writeSet() {
        method("public void set(" + model.name() + " m, int field, Object value)");
        out.line("switch (field) {");
        for (int i = 0; i < columns.size(); i++) {
            String value = columns.get(i).made() ? "keyOf(value)" : "value";
            out.line("case " + i + " -> " + assignment(source(i), value));
        }
        out.line("default -> throw unknown(field);");
        out.line("}");
        out.line("}");
    }

    private String assignment(int index, String value) {
        FieldSpec field = columns.get(index);
        String given = field.isReference() ? "asRef(" + index + ", " + value + ")" : value;
        return "m." + field.name() + " = (" + castType(field) + ") " + given + ";";
    }

    private String castType(FieldSpec field) {
        return switch (field.javaType()) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "short" -> "Short";
            case "boolean" -> "Boolean";
            case "double" -> "Double";
            case "float" -> "Float";
            case "quintet.orm.Ref" -> "quintet.orm.Ref";
            default -> field.javaType();
        };
    }

    private void writeOther() {
        List<FieldSpec> others = model.others();
        if (others.isEmpty()) {
            return;
        }
        method("public Object other(" + model.name() + " m, int relation)");
        out.line("return switch (relation) {");
        for (int i = 0; i < others.size(); i++) {
            out.line("case " + i + " -> m." + others.get(i).name() + ";");
        }
        out.line("default -> throw unknown(relation);");
        out.line("};");
        out.line("}");
    }

    private void method(String signature) {
        out.gap();
        out.line("@Override");
        out.line(signature + " {");
    }
}
