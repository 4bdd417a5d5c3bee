package quintet.dev.internal.child;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the child take over changed method bodies. The supervisor loads it into the running child from a small jar; an agent
 * on the command line would keep the JVM from using its AOT cache.
 */
public final class Agent {
    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    /** Called by the JVM. */
    public static void agentmain(@Nullable String arguments, Instrumentation given) {
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
        } catch (ClassNotFoundException | RuntimeException | LinkageError | UnmodifiableClassException e) {
            return e.toString();
        }
    }

    /** Names of the loaded classes that come from the class path, neither the JDK's nor the project's own. */
    static List<String> loaded() {
        Instrumentation jvm = instrumentation;
        List<String> names = new ArrayList<>();
        if (jvm != null) {
            for (Class<?> loaded : jvm.getInitiatedClasses(ClassLoader.getSystemClassLoader())) {
                if (ClassLoader.getSystemClassLoader().equals(loaded.getClassLoader())
                        && !loaded.isHidden()
                        && !loaded.isArray()) {
                    names.add(loaded.getName());
                }
            }
        }
        return names;
    }
}
