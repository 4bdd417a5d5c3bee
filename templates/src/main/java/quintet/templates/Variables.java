package quintet.templates;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a template as one value. */
public final class Variables {
    private static final ClassValue<Map<String, MethodHandle>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            Map<String, MethodHandle> out = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                out.put(component.getName(), reader(component.getAccessor()));
            }
            return out;
        }
    };

    private Variables() {}

    private static MethodHandle reader(Method accessor) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new TemplateException(
                    "The record " + accessor.getDeclaringClass().getName()
                            + " cannot be read. Open its package to quintet.templates.",
                    e);
        }
    }

    /**
     * The components of a record by their names.
     *
     * @param page a record made for a page: {@code record BookPage(Book book, List<Review> reviews) {}}
     * @return names and values in order
     */
    public static Map<String, @Nullable Object> of(Record page) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        COMPONENTS.get(page.getClass()).forEach((name, reader) -> out.put(name, read(reader, page)));
        return out;
    }

    private static @Nullable Object read(MethodHandle reader, Object page) {
        try {
            return (Object) reader.invokeExact(page);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new TemplateException(
                    "Reading a variable of " + page.getClass().getName() + " failed: " + e, e);
        }
    }
}
