package quintet.processor.internal.model;

import java.util.Collection;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import quintet.processor.internal.CompanionGenerator;
import quintet.processor.internal.Context;
import quintet.processor.internal.SourceText;

/** Writes {@code Book_} for each class that extends {@code KeyedModel}. */
public final class ModelGenerator implements CompanionGenerator {
    /** The inherited annotation that all models carry. */
    public static final String MARKER = "quintet.orm.ModelClass";

    private static final String OWN_PACKAGE = "quintet.orm";

    private final Context context;

    /** Generates with the compiler's services. */
    public ModelGenerator(Context context) {
        this.context = context;
    }

    @Override
    public Collection<? extends Element> roots(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypeElement marker = context.elements().getTypeElement(MARKER);
        return marker == null
                ? Set.of()
                : round.getElementsAnnotatedWith(marker).stream()
                        .filter(element -> element.getKind() == ElementKind.CLASS)
                        .filter(element -> !context.packageOf(element).equals(OWN_PACKAGE))
                        .toList();
    }

    @Override
    public void generate(TypeElement type) {
        ModelSpec spec = new ModelReader(context).read(type);
        if (spec == null) {
            return;
        }
        SourceText source = new SourceText();
        if (!spec.packageName().isEmpty()) {
            source.line("package " + spec.packageName() + ";").gap();
        }
        new TokenWriter(context, spec, source).write();
        context.write(context.companion(type), source.toString(), type);
    }
}
