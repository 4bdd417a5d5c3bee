package quintet.processor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import quintet.processor.internal.CompanionGenerator;
import quintet.processor.internal.Context;
import quintet.processor.internal.forms.FormGenerator;
import quintet.processor.internal.model.ModelGenerator;

/**
 * Writes the companion of each model ({@code Book_}) and form record ({@code ReviewForm_}) while the compiler runs.
 *
 * <p>Isolating: a companion depends on its own class and on the types that class names. Only Quintet's own annotations
 * are claimed, so that other processors keep working beside it.
 */
@SupportedOptions({})
public final class QuintetProcessor extends AbstractProcessor {
    private final Set<String> written = new LinkedHashSet<>();
    private final Map<String, String> formOwners = new HashMap<>();

    /** Made by the compiler. */
    public QuintetProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ModelGenerator.MARKER, "quintet.fields.*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of("org.gradle.annotation.processing.isolating");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver() || annotations.isEmpty()) {
            return false;
        }
        Context context = new Context(processingEnv);
        generate(new ModelGenerator(context), annotations, round);
        generate(new FormGenerator(context, formOwners), annotations, round);
        return false;
    }

    private void generate(
            CompanionGenerator generator, Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element root : generator.roots(annotations, round)) {
            if (root instanceof TypeElement type
                    && written.add(generator.getClass().getSimpleName() + type.getQualifiedName())) {
                generator.generate(type);
            }
        }
    }
}
