package quintet.processor.internal.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldSpec;
import quintet.processor.internal.SourceText;

/** The source of one form record's companion: tokens, and a target that reads and makes the record. */
final class FormWriter {
    private static final String FORMS = "quintet.forms.";
    private static final String MAP = "java.util.Map<java.lang.String, ";
    private static final Map<String, String> BOXES = Map.of(
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "short", "java.lang.Short",
            "byte", "java.lang.Byte",
            "char", "java.lang.Character",
            "boolean", "java.lang.Boolean",
            "double", "java.lang.Double",
            "float", "java.lang.Float");

    private final Context context;
    private final TypeElement type;
    private final List<FieldSpec> components;
    private final String name;
    private final SourceText source = new SourceText();

    FormWriter(Context context, TypeElement type, List<FieldSpec> components) {
        this.context = context;
        this.type = type;
        this.components = components;
        this.name = type.getQualifiedName().toString();
    }

    String write() {
        String in = context.packageOf(type);
        if (!in.isEmpty()) {
            source.line("package " + in + ";").gap();
        }
        source.line("/** Tokens of the form record {@link " + name + "}. */");
        source.line(visibility() + "final class " + type.getSimpleName() + "_ {");
        components.forEach(this::token);
        source.line("static final " + FORMS + "RecordForm<" + name + "> FORM = new " + FORMS + "RecordForm<>() {");
        declarations();
        make();
        values();
        clean();
        checks();
        source.line("};").gap();
        source.line("private " + type.getSimpleName() + "_() {}");
        return source.line("}").toString();
    }

    private String visibility() {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return "";
            }
        }
        return "public ";
    }

    private static String boxed(FieldSpec field) {
        return BOXES.getOrDefault(field.javaType(), field.javaType());
    }

    private boolean isGeneric(FieldSpec field) {
        return field.type() instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty();
    }

    private String full(FieldSpec field) {
        return isGeneric(field) ? context.source(field.type()) : boxed(field);
    }

    private void token(FieldSpec field) {
        source.line("public static final " + FORMS + "FormField<" + name + ", " + full(field) + "> " + field.name()
                + " = " + FORMS + "FormField.of(" + name + ".class, " + SourceText.literal(field.name()) + ", "
                + boxed(field) + ".class);");
        source.gap();
    }

    private void declarations() {
        source.line("@Override");
        source.line("protected java.util.List<quintet.fields.FieldDeclaration> declarations() {");
        List<String> all = new ArrayList<>();
        components.forEach(field -> all.add(field.declaration()));
        source.line("return java.util.List.of(" + String.join(", ", all) + ");");
        source.line("}").gap();
    }

    private void make() {
        source.line("@Override");
        if (components.stream().anyMatch(this::isGeneric)) {
            source.line("@SuppressWarnings(\"unchecked\")");
        }
        source.line("public " + name + " make(" + FORMS + "Cleaned cleaned) {");
        List<String> arguments = new ArrayList<>();
        for (FieldSpec field : components) {
            String read = field.javaType().equals("boolean") ? "flag" : field.nullable() ? "as" : "need";
            String argument = "cleaned." + read + "(" + SourceText.literal(field.name())
                    + (read.equals("flag") ? ")" : ", " + boxed(field) + ".class)");
            arguments.add(isGeneric(field) ? "(" + full(field) + ") " + argument : argument);
        }
        source.line("return new " + name + "(" + String.join(", ", arguments) + ");");
        source.line("}").gap();
    }

    private void values() {
        source.line("@Override");
        source.line("public " + MAP + "java.lang.Object> values(" + name + " value) {");
        source.line(MAP + "java.lang.Object> values = new java.util.LinkedHashMap<>();");
        components.forEach(field ->
                source.line("values.put(" + SourceText.literal(field.name()) + ", value." + field.name() + "());"));
        source.line("return values;");
        source.line("}").gap();
    }

    private void clean() {
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            boolean named = method.getSimpleName().contentEquals("clean")
                    && method.getParameters().size() == 1;
            if (named && context.isA(method.getParameters().getFirst().asType(), FORMS + "Errors")) {
                if (isPrivate(method)) {
                    return;
                }
                source.line("@Override");
                source.line("public void clean(" + name + " value, " + FORMS + "Errors errors) {");
                source.line("value.clean(errors);");
                source.line("}").gap();
            }
        }
    }

    private boolean isPrivate(ExecutableElement method) {
        boolean hidden = method.getModifiers().contains(Modifier.PRIVATE);
        if (hidden) {
            context.error(
                    method, method.getSimpleName() + " is private, so the form could not call it. Remove \"private\".");
        }
        return hidden;
    }

    /** Static methods {@code cleanTitle(String)} check one component each. */
    private void checks() {
        List<String> entries = new ArrayList<>();
        for (FieldSpec field : components) {
            String wanted = "clean" + field.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + field.name().substring(1);
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                boolean check = method.getSimpleName().contentEquals(wanted)
                        && method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() == 1;
                if (check && !isPrivate(method)) {
                    entries.add(SourceText.literal(field.name()) + ", (value, cleaned) -> " + name + "." + wanted + "("
                            + FORMS + "Cleaned.cast(value, " + boxed(field) + ".class))");
                }
            }
        }
        if (!entries.isEmpty()) {
            source.line("@Override");
            source.line("public " + MAP + FORMS + "FieldCheck> checks() {");
            source.line(MAP + FORMS + "FieldCheck> checks = new java.util.LinkedHashMap<>();");
            entries.forEach(entry -> source.line("checks.put(" + entry + ");"));
            source.line("return checks;");
            source.line("}").gap();
        }
    }
}
