package quintet.processor.internal.model;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;
import quintet.processor.internal.Context;
import quintet.processor.internal.FieldReader;
import quintet.processor.internal.SourceText;

/** Reads relations to rows of any model, which need no column of their own. */
final class GenericReader {
    private static final String REF = "quintet.contenttypes.GenericRef";
    private static final String MANY = "quintet.contenttypes.GenericMany";
    private static final String KEY = "quintet.contenttypes.GenericForeignKey";
    private static final String RELATION = "quintet.contenttypes.GenericRelation";

    private final Context context;

    GenericReader(Context context) {
        this.context = context;
    }

    /** Whether a field is such a relation. */
    static boolean isGeneric(String javaType) {
        return javaType.equals(REF) || javaType.equals(MANY);
    }

    /** The relation, or null after an error. */
    ModelSpec.@Nullable Generic read(Element field, TypeMirror type, String javaType) {
        String name = field.getSimpleName().toString();
        if (javaType.equals(REF)) {
            return new ModelSpec.Generic(
                    name, REF + ".of(m, " + columns(field) + ")", false, null, columns(field) + ", false, \"\"");
        }
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        TypeElement target = arguments.isEmpty() ? null : context.element(arguments.getFirst());
        if (target == null) {
            context.error(field, "Name the model whose rows point here: GenericMany<TaggedItem>.");
            return null;
        }
        String wanted = value(FieldReader.annotation(field, RELATION), "value", "contentObject");
        Element reference = find(target, wanted);
        if (reference == null) {
            context.error(
                    field,
                    target.getSimpleName() + " has no GenericRef named " + wanted
                            + ". Name it: @GenericRelation(\"target\").");
            return null;
        }
        String make = MANY + ".of(m, " + target.getQualifiedName() + ".class, " + columns(reference) + ")";
        String back = value(FieldReader.annotation(field, RELATION), "relatedQueryName", "");
        return new ModelSpec.Generic(
                name, make, true, target, columns(reference) + ", true, " + SourceText.literal(back));
    }

    private @Nullable Element find(TypeElement target, String name) {
        for (TypeElement at = target; at != null; at = context.element(at.getSuperclass())) {
            for (Element element : ElementFilter.fieldsIn(at.getEnclosedElements())) {
                if (element.getSimpleName().contentEquals(name)
                        && context.erased(element.asType()).equals(REF)) {
                    return element;
                }
            }
        }
        return null;
    }

    private static String columns(Element reference) {
        AnnotationMirror annotation = FieldReader.annotation(reference, KEY);
        return SourceText.literal(value(annotation, "contentType", "contentType")) + ", "
                + SourceText.literal(value(annotation, "objectId", "objectId"));
    }

    private static String value(@Nullable AnnotationMirror annotation, String attribute, String otherwise) {
        if (annotation != null) {
            for (var entry : annotation.getElementValues().entrySet()) {
                if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                    return String.valueOf(entry.getValue().getValue());
                }
            }
        }
        return otherwise;
    }
}
