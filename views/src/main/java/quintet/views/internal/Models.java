package quintet.views.internal;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import quintet.core.ImproperlyConfigured;
import quintet.orm.KeyedModel;
import quintet.orm.ModelMeta;
import quintet.orm.QuerySet;

/** What views ask of models. */
public final class Models {
    private Models() {}

    /** All objects, by the default manager. */
    public static <M> QuerySet<M> all(Class<M> model) {
        return ModelMeta.of(model).manager().all();
    }

    /**
     * The model a view's class names as its type argument, as in {@code class BookList extends ListView<Book>}.
     *
     * @param base the generic class whose first parameter is the model
     */
    @SuppressWarnings("unchecked") // the parameter's bound is a model
    public static <M extends KeyedModel<?>> Class<M> typeArgument(Object view, Class<?> base) {
        if (argument(view.getClass(), base) instanceof Class<?> type) {
            return (Class<M>) type;
        }
        String name = view.getClass().getSimpleName();
        throw new ImproperlyConfigured(name + " does not know its model. Write " + name
                + ".of(Book.objects.all()), class " + name + " extends ListView<Book>, or override queryset(request).");
    }

    private static Type argument(Class<?> type, Class<?> base) {
        Type parent = type.getGenericSuperclass();
        Class<?> above = type.getSuperclass();
        if (above == null || parent == null) {
            throw new IllegalArgumentException(base.getSimpleName());
        }
        Type found = above == base ? base.getTypeParameters()[0] : argument(above, base);
        if (found instanceof TypeVariable<?> variable && parent instanceof ParameterizedType known) {
            TypeVariable<?>[] names = above.getTypeParameters();
            for (int i = 0; i < names.length; i++) {
                if (names[i].equals(variable)) {
                    return known.getActualTypeArguments()[i];
                }
            }
        }
        return found;
    }

    /** The days on which years, months or days begin that have objects. */
    public static List<LocalDate> dates(QuerySet<?> objects, DateField field, Period unit, boolean newestFirst) {
        String name = unit.name().toLowerCase(Locale.ROOT);
        if (!field.isMoment()) {
            return objects.dates(field.field().name(), name, newestFirst);
        }
        List<Instant> moments = objects.datetimes(field.field().name(), name, newestFirst);
        return moments.stream()
                .map(moment -> moment.atZone(field.zone()).toLocalDate())
                .toList();
    }
}
