package quintet.forms.internal;

import java.lang.reflect.Field;
import quintet.forms.FormTarget;

/** Finds what the processor wrote for a form record. */
public final class Companions {
    private Companions() {}

    /** The target of a record; runs once for each {@code FormSpec}, which is a constant as a rule. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> FormTarget<R> of(Class<R> record) {
        String name = record.getPackageName().isEmpty() ? "" : record.getPackageName() + ".";
        name += record.getSimpleName() + "_";
        try {
            Field form = Class.forName(name, true, record.getClassLoader()).getDeclaredField("FORM");
            form.setAccessible(true);
            FormTarget<?> target = (FormTarget<?>) form.get(null);
            return (FormTarget<R>) target;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(
                    "There is no " + name + " for the form record " + record.getName() + ". The processor writes it"
                            + " if a component has a field annotation such as @CharField and quintet-processor is on"
                            + " the processor path (<annotationProcessorPaths> of maven-compiler-plugin).",
                    missing);
        }
    }
}
