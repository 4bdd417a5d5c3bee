package quintet.orm.internal.meta;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.Choices;
import quintet.fields.FieldFile;
import quintet.orm.FieldMeta;
import quintet.orm.KeyedModel;
import quintet.orm.Many;
import quintet.orm.Ref;

/** What new objects have in their fields. */
public final class DefaultValues {
    private static final Map<Class<?>, KeyedModel<?>> BLANK = new ConcurrentHashMap<>();

    private DefaultValues() {}

    /** Whether new objects have a value in the field. */
    public static boolean has(FieldMeta field) {
        if (field.defaultSupplier() != null) {
            return true;
        }
        if (field.declaration().options().containsKey("initial")) {
            return true;
        }
        return !field.isPrimaryKey() && initial(field) != null;
    }

    /** The value new objects have in the field. */
    public static @Nullable Object of(FieldMeta field) {
        Class<? extends Supplier<?>> supplier = field.defaultSupplier();
        if (supplier != null) {
            return make(supplier);
        }
        if (field.declaration().options().containsKey("initial")) {
            return field.declaration().options().get("initial");
        }
        return initial(field);
    }

    private static @Nullable Object initial(FieldMeta field) {
        if (field.model().type() == quintet.orm.Row.class) {
            return null;
        }
        KeyedModel<?> blank = BLANK.computeIfAbsent(
                field.model().type(), type -> (KeyedModel<?>) field.model().make());
        Object value = field.get(blank);
        boolean nothing = value == null
                || value.equals("")
                || value.equals(FieldFile.NONE)
                || value instanceof Ref<?>
                || value instanceof Many<?>;
        return nothing ? null : value;
    }

    /** Gives a new object the values that suppliers make, where it has none. */
    public static void fill(KeyedModel<?> object) {
        fill(object, object.meta().declaredColumns());
    }

    /** Gives some fields of a new object the values that suppliers make, where it has none. */
    public static void fill(KeyedModel<?> object, List<FieldMeta> fields) {
        for (FieldMeta field : fields) {
            Class<? extends Supplier<?>> supplier = field.defaultSupplier();
            if (supplier != null && isMissing(field.get(object))) {
                field.set(object, make(supplier));
            }
        }
    }

    /** Whether there is no value; a reference that is never null may point nowhere yet. */
    private static boolean isMissing(@Nullable Object value) {
        return value == null || (value instanceof Ref<?> ref && !ref.isPresent());
    }

    /** Calls a supplier class. */
    public static @Nullable Object make(Class<? extends Supplier<?>> supplier) {
        try {
            var constructor = supplier.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    supplier.getSimpleName() + " needs a constructor without parameters to be used as a default.", e);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The default " + supplier.getSimpleName() + " failed.", e);
        }
    }

    /** The key that {@code onDelete = SET} stores. */
    @SuppressWarnings("unchecked") // the annotation takes suppliers
    public static Optional<Object> onDeleteValue(FieldMeta field) {
        Class<?> supplier = field.declaration().value("onDeleteValue", Class.class);
        return supplier == null ? Optional.empty() : Optional.ofNullable(make((Class<? extends Supplier<?>>) supplier));
    }

    /** The length of the longest stored value of an enum. */
    public static int longestChoice(Class<? extends Enum<?>> type) {
        int longest = 1;
        for (Choices.Pair pair : Choices.of(type)) {
            longest = Math.max(longest, pair.value().toString().length());
        }
        return longest;
    }
}
