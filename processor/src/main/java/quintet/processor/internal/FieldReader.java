package quintet.processor.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a declared field: its annotation, or what its Java type says without one. */
public final class FieldReader {
    private static final String FIELDS = "quintet.fields.";
    private static final String REF = "quintet.orm.Ref";
    private static final String MANY = "quintet.orm.Many";

    private final Context context;

    /** Reads with the compiler's services. */
    public FieldReader(Context context) {
        this.context = context;
    }

    /**
     * Reads a field of a class or a component of a record.
     *
     * @param type its type as a member of the class at hand
     * @return null if it cannot be a field; the reason has been reported
     */
    public @Nullable FieldSpec read(Element element, TypeMirror type) {
        String javaType = context.erased(type);
        String name = element.getSimpleName().toString();
        AnnotationMirror annotation = fieldAnnotation(element);
        AnnotationMirror reverse = annotation(element, FIELDS + "Reverse");
        Map<String, String> options = annotation == null ? new LinkedHashMap<>() : options(annotation);
        addMarkers(element, options);
        String kind = kind(element, type, javaType, annotation, reverse, options);
        if (kind == null) {
            return null;
        }
        if (kind.endsWith("AUTO")) {
            options.put("primaryKey", "true");
        }
        TypeElement target = target(element, type, javaType);
        boolean relation = javaType.equals(REF) || javaType.equals(MANY);
        if (relation && target == null) {
            return null;
        }
        if (target != null) {
            options.put("target", target.getQualifiedName() + ".class");
        }
        String reverseOf = reverse == null ? null : String.valueOf(value(reverse, "value"));
        if (reverseOf != null) {
            options.put("reverse", SourceText.literal(reverseOf));
        }
        if (Composed.isComposed(kind) && !addBase(element, type, kind, options)) {
            return null;
        }
        boolean nullable = context.isNullable(element, type) || (target != null && nullableArgument(type));
        if (nullable && annotation == null) {
            options.put("blank", "true");
        }
        return new FieldSpec(element, name, kind, type, javaType, nullable, target, reverseOf, options, null, false);
    }

    private @Nullable String kind(
            Element element,
            TypeMirror type,
            String javaType,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationMirror reverse,
            Map<String, String> options) {
        if (reverse != null) {
            if (!javaType.equals(MANY) && !javaType.equals(REF)) {
                context.error(
                        element,
                        "@Reverse goes with Many<...>, or Ref<...> for a one-to-one, not with " + javaType + ".");
                return null;
            }
            return javaType.equals(MANY) ? "MANY_TO_MANY" : "ONE_TO_ONE";
        }
        boolean choices = isEnum(type);
        if (choices) {
            options.putIfAbsent("choices", javaType + ".class");
        }
        if (annotation != null) {
            String kind = kindOf(annotation);
            return checked(element, kind, javaType, choices) ? kind : null;
        }
        if (javaType.equals(MANY)) {
            return "MANY_TO_MANY";
        }
        if (javaType.equals(REF)) {
            context.error(
                    element,
                    "Say what happens to this row when the one it points to is deleted:"
                            + " @ForeignKey(onDelete = CASCADE), PROTECT, SET_NULL ...");
            return null;
        }
        if (choices) {
            return context.isA(type, FIELDS + "IntegerChoices") ? "INTEGER" : "CHAR";
        }
        String kind =
                javaType.equals(Composed.RANGE) ? Composed.ofType(context, type, javaType) : Kinds.ofType(javaType);
        if (kind == null) {
            context.error(
                    element,
                    "A field cannot have the type " + javaType
                            + ". Use a type that has a column (String, int, long, BigDecimal, LocalDate, Instant, UUID ...),"
                            + " an enum, Ref<...> or Many<...>, or make the field static or transient.");
        }
        return kind;
    }

    /** What a list or range holds, as an option. */
    private boolean addBase(Element element, TypeMirror type, String kind, Map<String, String> options) {
        TypeMirror argument = Composed.argument(type);
        FieldSpec base = argument == null ? null : base(element, argument, kind);
        if (base == null) {
            context.error(element, Composed.advice(kind));
            return false;
        }
        options.put("base", base.declaration());
        return true;
    }

    /** The field that each value would be by itself, or null. */
    private @Nullable FieldSpec base(Element element, TypeMirror type, String around) {
        String javaType = context.erased(type);
        AnnotationMirror annotation = null;
        for (AnnotationMirror given : type.getAnnotationMirrors()) {
            if (annotation(given.getAnnotationType().asElement(), FIELDS + "FieldType") != null) {
                annotation = given;
            }
        }
        Map<String, String> options = annotation == null ? new LinkedHashMap<>() : options(annotation);
        boolean choices = isEnum(type);
        if (choices) {
            options.putIfAbsent("choices", javaType + ".class");
        }
        String kind = annotation != null
                ? kindOf(annotation)
                : choices
                        ? context.isA(type, FIELDS + "IntegerChoices") ? "INTEGER" : "CHAR"
                        : Composed.ofType(context, type, javaType);
        if (kind == null) {
            return null;
        }
        boolean fits = (Kinds.fits(kind, javaType) || choices)
                && (around.equals("ARRAY") || kind.equals(Composed.boundOf(around, javaType)));
        if (!fits || (Composed.isComposed(kind) && !addBase(element, type, kind, options))) {
            return null;
        }
        String name = element.getSimpleName().toString();
        boolean nullable = context.isNullable(element, type);
        return new FieldSpec(element, name, kind, type, javaType, nullable, null, null, options, null, false);
    }

    private boolean checked(Element element, String kind, String javaType, boolean choices) {
        boolean reference = kind.equals("FOREIGN_KEY") || kind.equals("ONE_TO_ONE");
        boolean record = element.getKind() == ElementKind.RECORD_COMPONENT;
        if (record || (choices && (Kinds.fits(kind, "java.lang.String") || Kinds.fits(kind, "int")))) {
            return true;
        }
        boolean fits = reference
                ? javaType.equals(REF)
                : kind.equals("MANY_TO_MANY") ? javaType.equals(MANY) : Kinds.fits(kind, javaType);
        if (!fits) {
            List<String> types = reference
                    ? List.of("Ref<...>")
                    : kind.equals("MANY_TO_MANY") ? List.of("Many<...>") : Kinds.typesOf(kind);
            context.error(
                    element,
                    "A " + kind + " field goes with " + String.join(", ", types) + ", not with " + javaType + ".");
        }
        return fits;
    }

    private boolean isEnum(TypeMirror type) {
        TypeElement element = context.element(type);
        return element != null && element.getKind() == ElementKind.ENUM;
    }

    private @Nullable TypeElement target(Element element, TypeMirror type, String javaType) {
        if (!javaType.equals(REF) && !javaType.equals(MANY)) {
            return null;
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        TypeElement target = arguments.isEmpty() ? null : context.element(arguments.getFirst());
        if (target == null || !context.isA(target.asType(), "quintet.orm.KeyedModel")) {
            context.error(
                    element, "Name the model: " + javaType.substring(javaType.lastIndexOf('.') + 1) + "<Author>.");
            return null;
        }
        return target;
    }

    private boolean nullableArgument(TypeMirror type) {
        return type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()
                && context.isNullable(
                        declared.asElement(), declared.getTypeArguments().getFirst());
    }

    private static void addMarkers(Element element, Map<String, String> options) {
        if (annotation(element, FIELDS + "PrimaryKey") != null) {
            options.put("primaryKey", "true");
        }
        AnnotationMirror made = annotation(element, FIELDS + "Default");
        if (made != null) {
            options.put("default", source(value(made, "value")));
        }
    }

    private @Nullable AnnotationMirror fieldAnnotation(Element element) {
        List<AnnotationMirror> found = new ArrayList<>();
        for (AnnotationMirror annotation : annotations(element)) {
            if (annotation(annotation.getAnnotationType().asElement(), FIELDS + "FieldType") != null) {
                found.add(annotation);
            }
        }
        if (found.size() > 1) {
            context.error(element, "A field has one kind; remove all but one of its field annotations.");
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Annotations of a record component, whose field may carry them instead. */
    private static List<? extends AnnotationMirror> annotations(Element element) {
        return element.getAnnotationMirrors();
    }

    private static String kindOf(AnnotationMirror annotation) {
        AnnotationMirror type = annotation(annotation.getAnnotationType().asElement(), FIELDS + "FieldType");
        return type == null
                ? ""
                : ((VariableElement) value(type, "value")).getSimpleName().toString();
    }

    /** The annotation with this qualified name, or null. */
    public static @Nullable AnnotationMirror annotation(Element element, String qualifiedName) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(qualifiedName)) {
                return annotation;
            }
        }
        return null;
    }

    private static Object value(AnnotationMirror annotation, String attribute) {
        for (var entry : annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue().getValue();
            }
        }
        return "";
    }

    private Map<String, String> options(AnnotationMirror annotation) {
        Map<String, String> options = new LinkedHashMap<>();
        Map<? extends ExecutableElement, ? extends AnnotationValue> values =
                context.elements().getElementValuesWithDefaults(annotation);
        values.forEach((attribute, value) -> {
            AnnotationValue usual = attribute.getDefaultValue();
            boolean plain = value.getValue() instanceof Boolean || value.getValue() instanceof Number;
            boolean given = plain && usual != null
                    ? !value.getValue().equals(usual.getValue())
                    : !OptionValues.saysNothing(value.getValue());
            if (given) {
                options.put(attribute.getSimpleName().toString(), source(value.getValue()));
            }
        });
        return options;
    }

    private static String source(Object value) {
        return OptionValues.source(value);
    }
}
