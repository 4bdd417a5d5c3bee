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
 * @param owner the concrete parent whose table has the column or relation; null: the model itself
 * @param made whether it is the link to a parent that no Java field stands for
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
        Map<String, String> options,
        @Nullable TypeElement owner,
        boolean made) {

    /** The same field, but in the table of a concrete parent; null: of the model itself. */
    public FieldSpec of(@Nullable TypeElement parent) {
        return new FieldSpec(element, name, kind, type, javaType, nullable, target, reverse, options, parent, made);
    }

    /** Whether it links a child's row to its parent's. */
    public boolean isParentLink() {
        return "true".equals(options.get("parentLink"));
    }

    /** Whether it is (part of) the primary key of the table it stands in. */
    public boolean isKey() {
        return isColumn() && "true".equals(options.get("primaryKey"));
    }

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
        if (owner != null) {
            text.append(".with(\"owner\", ").append(owner.getQualifiedName()).append(".class)");
        }
        if (made) {
            text.append(".with(\"made\", true)");
        }
        return text.toString();
    }
}
