package quintet.orm.internal.meta;

import java.lang.reflect.Modifier;
import quintet.orm.KeyedModel;
import quintet.orm.ModelAccess;

/** Finds the companion of a model class: once for each class, by its name. */
public final class Companions {
    private static final ClassValue<ModelAccess<?>> FOUND = new ClassValue<>() {
        @Override
        protected ModelAccess<?> computeValue(Class<?> type) {
            return load(type);
        }
    };

    private Companions() {}

    /** The access of a model class, or of the class an anonymous one extends. */
    @SuppressWarnings("unchecked") // the companion of M is for M
    public static <M> ModelAccess<M> of(Class<M> type) {
        return (ModelAccess<M>) FOUND.get(type);
    }

    private static ModelAccess<?> load(Class<?> type) {
        if (type.isAnonymousClass()) {
            return FOUND.get(type.getSuperclass());
        }
        String name = companionName(type);
        try {
            Class<?> access = Class.forName(name + "$Access", true, type.getClassLoader());
            var constructor = access.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (ModelAccess<?>) constructor.newInstance();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(missing(type, name), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The companion " + name + " is not one of this version of Quintet; compile again.", e);
        }
    }

    /** {@code library.Book_}; nested classes are joined by underscores. */
    static String companionName(Class<?> type) {
        return type.getName().replace('$', '_') + "_";
    }

    /** Whether a class is a model with rows of its own. */
    public static boolean isConcreteModel(Class<?> type) {
        return KeyedModel.class.isAssignableFrom(type)
                && !Modifier.isAbstract(type.getModifiers())
                && !type.isAnonymousClass()
                && type != quintet.orm.Row.class;
    }

    private static String missing(Class<?> type, String name) {
        return "The companion " + name + " of the model " + type.getName()
                + " is missing: the annotation processor did not run. With Maven, add to maven-compiler-plugin's"
                + " configuration: <annotationProcessorPaths><path><groupId>dev.quintet</groupId>"
                + "<artifactId>quintet-processor</artifactId></path></annotationProcessorPaths>"
                + " (since JDK 23 the compiler ignores processors on the class path); then compile again.";
    }
}
