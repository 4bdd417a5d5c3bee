package quintet.fields;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Choices that are made when they are asked for: each form, each validation and each label asks anew. Django's callable {@code
 * choices}.
 *
 * <p>A class with a constructor without parameters, named by an annotation: {@code @CharField(choicesFrom = Shelves.class)}.
 * Migrations keep the class by its name, so that other choices need no migration.
 */
@FunctionalInterface
public interface ChoiceSource {
    /** The choices as they are now. */
    ChoiceList choices();

    /** The choices a declared field offers now: those of its source, else those of its enum; null if any value will do. */
    static @Nullable ChoiceList of(FieldDeclaration declared) {
        Class<?> source = declared.value("choicesFrom", Class.class);
        if (source != null) {
            return make(source).choices();
        }
        @SuppressWarnings("unchecked") // the annotation takes enum classes
        Class<? extends Enum<?>> type = (Class<? extends Enum<?>>) declared.value("choices", Class.class);
        return type == null ? null : ChoiceList.of(type);
    }

    private static ChoiceSource make(Class<?> source) {
        try {
            var constructor = source.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ChoiceSource) constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    source.getName() + " needs a constructor without parameters to be named in choicesFrom, and must be"
                            + " a static class where it is nested.",
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The choices " + source.getName() + " could not be made.", e);
        }
    }
}
