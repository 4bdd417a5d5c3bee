package quintet.processor.internal;

import java.io.IOException;
import java.io.Writer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The compiler's services, and questions about types that all generators ask. */
public final class Context {
    private final ProcessingEnvironment env;

    /** Wraps what the compiler gave. */
    public Context(ProcessingEnvironment env) {
        this.env = env;
    }

    /** The compiler's elements. */
    public Elements elements() {
        return env.getElementUtils();
    }

    /** The compiler's types. */
    public Types types() {
        return env.getTypeUtils();
    }

    /** Reports an error at an element. */
    public void error(Element where, String message) {
        env.getMessager().printMessage(Diagnostic.Kind.ERROR, message, where);
    }

    /** Writes a source file that depends on one class. */
    public void write(String qualifiedName, String text, TypeElement origin) {
        try (Writer writer =
                env.getFiler().createSourceFile(qualifiedName, origin).openWriter()) {
            writer.write(text);
        } catch (IOException e) {
            error(origin, "Could not write " + qualifiedName + ": " + e.getMessage());
        }
    }

    /** The type's qualified name without type arguments and annotations; an array's with brackets. */
    public String erased(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .toString();
            case ARRAY -> erased(((ArrayType) type).getComponentType()) + "[]";
            case TYPEVAR -> erased(((TypeVariable) type).getUpperBound());
            default -> type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(java.util.Locale.ROOT) : "?";
        };
    }

    /** The type as source text with its arguments, annotations left out. */
    public String source(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            StringBuilder text = new StringBuilder(erased(type)).append('<');
            String separator = "";
            for (TypeMirror argument : declared.getTypeArguments()) {
                text.append(separator).append(source(argument));
                separator = ", ";
            }
            return text.append('>').toString();
        }
        return type.getKind() == TypeKind.WILDCARD ? "?" : erased(type);
    }

    /** The class behind a type, or null if it is none. */
    public @Nullable TypeElement element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element
                : null;
    }

    /** Whether the class is, extends or implements the one with this qualified name. */
    public boolean isA(TypeMirror type, String qualifiedName) {
        TypeElement wanted = elements().getTypeElement(qualifiedName);
        return wanted != null
                && type.getKind() == TypeKind.DECLARED
                && types().isSubtype(types().erasure(type), types().erasure(wanted.asType()));
    }

    /** Whether a type use or its declaration is annotated {@code @Nullable}, of whatever package. */
    public boolean isNullable(Element element, TypeMirror type) {
        return hasNullable(type.getAnnotationMirrors()) || hasNullable(element.getAnnotationMirrors());
    }

    private static boolean hasNullable(Iterable<? extends AnnotationMirror> annotations) {
        for (AnnotationMirror annotation : annotations) {
            if (annotation.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable")) {
                return true;
            }
        }
        return false;
    }

    /** The package of a class, "" for the unnamed one. */
    public String packageOf(Element element) {
        return elements().getPackageOf(element).getQualifiedName().toString();
    }

    /** The simple name of a class's companion: {@code Book_}, {@code Shop_Item_}. */
    public String companionName(TypeElement type) {
        String name = type.getSimpleName().toString();
        Element outer = type.getEnclosingElement();
        while (type.getNestingKind() != NestingKind.TOP_LEVEL && outer instanceof TypeElement outerType) {
            name = outerType.getSimpleName() + "_" + name;
            outer = outerType.getEnclosingElement();
        }
        return name + "_";
    }

    /** The qualified name of a class's companion. */
    public String companion(TypeElement type) {
        String in = packageOf(type);
        return in.isEmpty() ? companionName(type) : in + "." + companionName(type);
    }
}
