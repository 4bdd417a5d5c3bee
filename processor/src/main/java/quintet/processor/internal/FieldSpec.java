package quintet.processor.internal;

import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A declared field, as the generators see it.
 *
 * @param element where it is declared, for messages
 * @param name its Java name
 * @param kind the constant of {@code quintet.fields.FieldKind}
 * @param type its Java type
 * @param javaType the same as erased source text
 * @param nullable whether it is {@code @Nullable}
 * @param target the model a relation points to
 * @param reverse for {@code @Reverse}, the name of the field of the other model; else null
 * @param options the given options as Java source, by name
 */
public record FieldSpec(
        Element element,
        String name,
        String kind,
        TypeMirror type,
        String javaType,
        boolean nullable,
        @Nullable TypeElement target,
        @Nullable String reverse,
        Map<String, String> options) {

    /** Whether the field has a column of its own. */
    public boolean isColumn() {
        return reverse == null && !kind.equals("MANY_TO_MANY");
    }

    /** Whether the field is a foreign key or one-to-one with a column. */
    public boolean isReference() {
        return kind.equals("FOREIGN_KEY") || kind.equals("ONE_TO_ONE");
    }

    /** Whether the Java type is primitive. */
    public boolean isPrimitive() {
        return type.getKind().isPrimitive();
    }

    /** The expression that builds the {@code FieldDeclaration}. */
    public String declaration() {
        StringBuilder text = new StringBuilder("quintet.fields.FieldDeclaration.of(")
                .append(SourceText.literal(name))
                .append(", quintet.fields.FieldKind.")
                .append(kind)
                .append(", ")
                .append(javaType)
                .append(".class)");
        if (nullable) {
            text.append(".orNull()");
        }
        options.forEach((option, value) -> text.append(".with(")
                .append(SourceText.literal(option))
                .append(", ")
                .append(value)
                .append(')'));
        return text.toString();
    }
}
