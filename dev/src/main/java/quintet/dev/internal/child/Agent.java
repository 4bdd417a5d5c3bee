package quintet.dev.internal.child;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the child take over changed method bodies. Loaded by {@code -javaagent} from a jar that the supervisor writes; it
 * holds this class alone, so that the rest stays on the class path.
 */
public final class Agent {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    /** Called by the JVM before main. */
    public static void premain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /**
     * Replaces method bodies of loaded classes; a class that is not loaded yet is left to its class loader.
     *
     * @param classes binary names and class files
     * @return null when done, else why not: the child must be started again
     */
    static @Nullable String redefine(Map<String, byte[]> classes) {
        Instrumentation jvm = instrumentation;
        if (jvm == null || !jvm.isRedefineClassesSupported()) {
            return "this JVM does not redefine classes";
        }
        List<ClassDefinition> definitions = new ArrayList<>();
        for (Class<?> loaded : jvm.getAllLoadedClasses()) {
            byte[] bytes = classes.get(loaded.getName());
            if (bytes != null) {
                definitions.add(new ClassDefinition(loaded, bytes));
            }
        }
        try {
            jvm.redefineClasses(definitions.toArray(ClassDefinition[]::new));
            return null;
        } catch (ClassNotFoundException
                | RuntimeException
                | LinkageError
                | java.lang.instrument.UnmodifiableClassException e) {
            return e.toString();
        }
    }
}
