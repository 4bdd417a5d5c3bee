package quintet.fields.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.Storage;
import quintet.fields.FieldDeclaration;

/** Finds the storage that a field names: by alias, by a class that makes it, else the default one. */
public final class FileStorages {
    private FileStorages() {}

    /** The field's storage; a class that makes it is asked once. */
    public static Storage of(FieldDeclaration field) {
        Class<?> maker = field.value("storage", Class.class);
        if (maker == null) {
            String alias = field.text("storageName");
            return Storage.named(alias.isEmpty() ? Storage.DEFAULT : alias);
        }
        Object made = KEPT.get(maker);
        if (made instanceof Storage storage) {
            return storage;
        }
        throw new IllegalStateException("The storage " + maker.getName() + " of the field " + field.name()
                + " must be a Storage, or a Supplier of one.");
    }

    /** Each class is asked once: what it makes may hold files. */
    private static final ClassValue<@Nullable Object> KEPT = new ClassValue<>() {
        @Override
        protected @Nullable Object computeValue(Class<?> type) {
            Object made = make(type);
            return made instanceof Supplier<?> supplier ? supplier.get() : made;
        }
    };

    private static Object make(Class<?> maker) {
        try {
            var constructor = maker.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(
                    maker.getName() + " needs a constructor without parameters to be named as a storage.", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The storage " + maker.getName() + " could not be made.", e);
        }
    }
}
