package quintet.processor.internal;

import java.util.Collection;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Makes one kind of companion. */
public interface CompanionGenerator {
    /** The classes of this round that get a companion from this generator. */
    Collection<? extends Element> roots(Set<? extends TypeElement> annotations, RoundEnvironment round);

    /** Checks one class, and writes its companion if nothing is wrong. */
    void generate(TypeElement type);
}
