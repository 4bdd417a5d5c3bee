package quintet.processor.internal;

import java.util.List;
import java.util.StringJoiner;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Values of annotation attributes as Java source. */
final class OptionValues {
    private OptionValues() {}

    /** Whether the value is the attribute's way of saying "not given". */
    static boolean saysNothing(Object value) {
        return switch (value) {
            case Boolean flag -> !flag;
            case String text -> text.isEmpty();
            case List<?> list -> list.isEmpty();
            case VariableElement constant -> constant.getSimpleName().contentEquals("DEFAULT");
            case TypeMirror type -> isNothing(type);
            default -> false;
        };
    }

    private static boolean isNothing(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) {
            return true;
        }
        String name = name(type);
        return name.equals("quintet.fields.NoChoices")
                || name.equals("quintet.fields.ChoiceSource")
                || name.equals("quintet.fields.NoValue");
    }

    private static String name(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString();
    }

    /** The value as an expression. */
    static String source(Object value) {
        return switch (value) {
            case String text -> SourceText.literal(text);
            case Boolean flag -> flag.toString();
            case Long number -> number == Long.MIN_VALUE ? "Long.MIN_VALUE" : number + "L";
            case Number number -> number.toString();
            case Character character -> "'\\u%04x'".formatted((int) character);
            case TypeMirror type -> name(type) + ".class";
            case VariableElement constant ->
                java.util.Objects.requireNonNull(constant.getEnclosingElement()) + "." + constant.getSimpleName();
            case List<?> list -> list(list);
            default -> "null";
        };
    }

    private static String list(List<?> values) {
        boolean pairs = !values.isEmpty()
                && values.getFirst() instanceof AnnotationValue first
                && first.getValue() instanceof AnnotationMirror;
        StringJoiner joined = new StringJoiner(", ", pairs ? "java.util.Map.of(" : "java.util.List.of(", ")");
        for (Object value : values) {
            Object plain = value instanceof AnnotationValue wrapped ? wrapped.getValue() : value;
            if (plain instanceof AnnotationMirror pair) {
                pair.getElementValues().values().forEach(part -> joined.add(source(part.getValue())));
            } else {
                joined.add(source(plain));
            }
        }
        return joined.toString();
    }
}
