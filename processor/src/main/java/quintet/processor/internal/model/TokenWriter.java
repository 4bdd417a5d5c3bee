package quintet.processor.internal.model;

import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldSpec;
import quintet.processor.internal.SourceText;

/** Writes the tokens of a model: columns as fields, relations as methods. */
final class TokenWriter {
    /** Methods without parameters of Object, Expr and Relation. */
    private static final Set<String> TAKEN = Set.of(
            "getClass",
            "hashCode",
            "toString",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "asc",
            "desc",
            "isNull",
            "isNotNull",
            "node",
            "path",
            "target",
            "lookup",
            "nullsFirst",
            "nullsLast",
            "any");

    private final Context context;
    private final ModelSpec model;
    private final SourceText out;

    TokenWriter(Context context, ModelSpec model, SourceText out) {
        this.context = context;
        this.model = model;
        this.out = out;
    }

    void write() {
        String visibility = model.type().getModifiers().contains(Modifier.PUBLIC) && enclosingPublic() ? "public " : "";
        out.line("/** Tokens of {@link " + model.name() + "}. Written by Quintet's processor; do not edit. */");
        out.line("@SuppressWarnings({\"all\", \"cast\", \"deprecation\", \"rawtypes\", \"removal\", \"unchecked\"})");
        out.line(visibility + "final class " + model.companion() + " {");
        for (FieldSpec field : model.columns()) {
            if (!field.isReference()) {
                String type = token(field, rootType());
                out.line("public static final " + type + " " + field.name() + " = new " + diamond(type) + "("
                        + SourceText.literal(field.name()) + ");");
            }
        }
        out.gap();
        out.line("private " + model.companion() + "() {}");
        writeRelations();
        writeVia();
        writeReverse();
        new AccessWriter(model, out).write();
        out.line("}");
    }

    private boolean enclosingPublic() {
        for (var at = model.type().getEnclosingElement(); at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /** The root of static tokens; a generic abstract model is used raw. */
    private String rootType() {
        return model.name();
    }

    private void writeRelations() {
        for (FieldSpec field : model.fields()) {
            TypeElement target = field.target();
            if (target != null) {
                String via = context.companion(target) + ".Via";
                out.gap();
                out.line("/** The relation {@code " + field.name() + "}. */");
                out.line("public static " + via + "<" + rootType() + "> " + method(field.name()) + "() {");
                out.line("return new " + via + "<>(null, " + SourceText.literal(field.name()) + ");");
                out.line("}");
            }
        }
        writeGenerics(rootType(), "null", "static ");
    }

    /** The relations without a foreign key whose rows are of one model. */
    private void writeGenerics(String root, String from, String modifier) {
        for (ModelSpec.Generic generic : model.generics()) {
            TypeElement target = generic.target();
            if (target != null) {
                String via = context.companion(target) + ".Via";
                out.gap();
                out.line("/** The relation {@code " + generic.name() + "}. */");
                out.line("public " + modifier + via + "<" + root + "> " + method(generic.name()) + "() {");
                out.line("return new " + via + "<>(" + from + ", " + SourceText.literal(generic.name()) + ");");
                out.line("}");
            }
        }
    }

    private void writeVia() {
        out.gap();
        out.line("/** A path from {@code R} to {@link " + model.name() + "}. */");
        out.line("public static final class Via<R> extends quintet.orm.Relation<R, " + model.name() + "> {");
        for (FieldSpec field : model.columns()) {
            if (!field.isReference()) {
                out.line("public final " + token(field, "R") + " " + field.name() + ";");
            }
        }
        out.gap();
        out.line("/** Goes on from a relation; null starts at the root. */");
        out.line("public Via(quintet.orm.Relation<R, ?> from, String name) {");
        out.line("super(from, name, " + model.name() + ".class);");
        for (FieldSpec field : model.columns()) {
            if (!field.isReference()) {
                out.line("this." + field.name() + " = new " + diamond(token(field, "R")) + "(this, "
                        + SourceText.literal(field.name()) + ");");
            }
        }
        out.line("}");
        for (FieldSpec field : model.fields()) {
            TypeElement target = field.target();
            if (target != null) {
                String via = context.companion(target) + ".Via<R>";
                out.gap();
                out.line("/** The relation {@code " + field.name() + "}. */");
                out.line("public " + via + " " + method(field.name()) + "() {");
                out.line("return new " + context.companion(target) + ".Via<>(this, " + SourceText.literal(field.name())
                        + ");");
                out.line("}");
            }
        }
        writeGenerics("R", "this", "");
        out.line("}");
    }

    private void writeReverse() {
        if (model.isProxy() || model.fields().stream().noneMatch(TokenWriter::leadsBack)) {
            return;
        }
        out.gap();
        out.line("/** The ways back: from the models this one points to. */");
        out.line("public static final class Reverse {");
        out.line("private Reverse() {}");
        for (FieldSpec field : model.fields()) {
            TypeElement target = field.target();
            if (target == null || !leadsBack(field)) {
                continue;
            }
            String targetName = target.getQualifiedName().toString();
            String path = SourceText.literal(model.name() + ":" + field.name());
            out.gap();
            out.line("/** The way back of {@code " + field.name() + "}. */");
            out.line("public static Via<" + targetName + "> " + method(field.name()) + "() {");
            out.line("return new Via<>(null, " + path + ");");
            out.line("}");
            out.gap();
            out.line("/** The way back of {@code " + field.name() + "}, from a relation. */");
            out.line("public static <R> Via<R> " + method(field.name()) + "(quintet.orm.Relation<R, ? extends "
                    + targetName + "> from) {");
            out.line("return new Via<>(from, " + path + ");");
            out.line("}");
        }
        out.line("}");
    }

    /** Whether the relation has a way back of its own; those of parents have it there. */
    private static boolean leadsBack(FieldSpec field) {
        return field.target() != null && field.reverse() == null && field.owner() == null;
    }

    private static String method(String name) {
        return TAKEN.contains(name) ? name + "_" : name;
    }

    private static String diamond(String type) {
        return type.substring(0, type.indexOf('<')) + "<>";
    }

    private String token(FieldSpec field, String root) {
        String value = boxed(field);
        return switch (field.kind()) {
            case "FILE", "IMAGE" -> "quintet.orm.TextColumn<" + root + ">";
            case "CHAR", "TEXT", "SLUG", "EMAIL", "URL", "FILE_PATH", "IP_ADDRESS" ->
                value.equals("java.lang.String")
                        ? "quintet.orm.TextColumn<" + root + ">"
                        : "quintet.orm.ValueColumn<" + root + ", " + value + ">";
            case "DATE", "DATETIME", "TIME" -> "quintet.orm.TemporalColumn<" + root + ", " + value + ">";
            case "BOOLEAN" -> "quintet.orm.BoolColumn<" + root + ">";
            case "JSON" -> "quintet.orm.JsonColumn<" + root + ", " + value + ">";
            case "ARRAY" -> "quintet.orm.ArrayColumn<" + root + ", " + argument(value) + ">";
            case "HSTORE" -> "quintet.orm.HStoreColumn<" + root + ">";
            case "SEARCH_VECTOR" -> "quintet.orm.SearchVectorColumn<" + root + ">";
            case "INTEGER_RANGE", "BIG_INTEGER_RANGE", "DECIMAL_RANGE", "DATE_RANGE", "DATETIME_RANGE" ->
                "quintet.orm.RangeColumn<" + root + ", " + argument(value) + ">";
            case "UUID", "DURATION", "BINARY" -> "quintet.orm.ValueColumn<" + root + ", " + value + ">";
            default ->
                field.options().containsKey("choices") && !isNumber(value)
                        ? "quintet.orm.ValueColumn<" + root + ", " + value + ">"
                        : "quintet.orm.NumberColumn<" + root + ", " + value + ">";
        };
    }

    /** What stands in the brackets of a type. */
    private static String argument(String type) {
        return type.substring(type.indexOf('<') + 1, type.length() - 1);
    }

    private static boolean isNumber(String type) {
        return Set.of(
                        "java.lang.Integer",
                        "java.lang.Long",
                        "java.lang.Short",
                        "java.lang.Double",
                        "java.lang.Float",
                        "java.math.BigDecimal")
                .contains(type);
    }

    private String boxed(FieldSpec field) {
        return switch (field.javaType()) {
            case "int" -> "java.lang.Integer";
            case "long" -> "java.lang.Long";
            case "short" -> "java.lang.Short";
            case "boolean" -> "java.lang.Boolean";
            case "double" -> "java.lang.Double";
            case "float" -> "java.lang.Float";
            default -> context.source(field.type());
        };
    }
}
