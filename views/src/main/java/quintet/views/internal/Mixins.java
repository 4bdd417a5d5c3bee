package quintet.views.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import quintet.core.ImproperlyConfigured;
import quintet.views.Mixin;
import quintet.views.MixinBehavior;

/** Finds the mixins of a view's class, outermost first. Runs once for each view object, never for a request. */
public final class Mixins {
    private Mixins() {}

    /** New behaviours for a view's class, in the order its mixins are declared. */
    public static List<MixinBehavior<Object>> of(Class<?> view) {
        Set<Class<?>> interfaces = new LinkedHashSet<>();
        for (Class<?> type = view; type != null; type = type.getSuperclass()) {
            collect(type, interfaces);
        }
        List<MixinBehavior<Object>> behaviors = new ArrayList<>();
        for (Class<?> type : interfaces) {
            Mixin mixin = type.getAnnotation(Mixin.class);
            if (mixin != null) {
                behaviors.add(create(type, mixin.value()));
            }
        }
        return List.copyOf(behaviors);
    }

    /** An interface stands before those it extends. */
    private static void collect(Class<?> type, Set<Class<?>> into) {
        for (Class<?> direct : type.getInterfaces()) {
            into.add(direct);
            collect(direct, into);
        }
    }

    @SuppressWarnings("unchecked") // the behaviour gets the view, which implements the mixin's interface
    private static MixinBehavior<Object> create(Class<?> mixin, Class<? extends MixinBehavior<?>> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (MixinBehavior<Object>) constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw broken(mixin, type, "needs a constructor without arguments", e);
        } catch (InvocationTargetException e) {
            throw broken(mixin, type, "could not be made: " + e.getCause(), e);
        }
    }

    private static ImproperlyConfigured broken(Class<?> mixin, Class<?> type, String what, Throwable cause) {
        return new ImproperlyConfigured(
                "The behaviour " + type.getName() + " of the mixin " + mixin.getSimpleName() + " " + what + ".", cause);
    }
}
