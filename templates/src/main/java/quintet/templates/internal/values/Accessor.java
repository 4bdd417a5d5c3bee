package quintet.templates.internal.values;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import quintet.templates.Output;
import quintet.templates.TemplateException;
import quintet.templates.ValueAdapter;

/** Reads one member of the objects of one class, without reflection once it is made. */
public abstract class Accessor {
    private static final MethodHandles.Lookup SELF = MethodHandles.lookup();

    /** A member that exists and must not be called: it changes data. */
    static final Accessor REFUSED = new Accessor() {
        @Override
        public @Nullable Object get(Object target) {
            return ValueAdapter.Call.REFUSED;
        }
    };

    /** No such member. */
    static final Accessor NONE = new Accessor() {
        @Override
        public @Nullable Object get(Object target) {
            return ValueAdapter.MISSING;
        }
    };

    /** Reads the member. */
    public abstract @Nullable Object get(Object target);

    /**
     * Writes a whole number in plain digits if the member is one, without boxing it.
     *
     * @return false if the member is something else: then nothing is written
     */
    public boolean writePlain(Object target, Output out) {
        return false;
    }

    private static final class Plain extends Accessor {
        private final Function<Object, @Nullable Object> function;

        Plain(Function<Object, @Nullable Object> function) {
            this.function = function;
        }

        @Override
        public @Nullable Object get(Object target) {
            return function.apply(target);
        }
    }

    private static final class OfInt extends Accessor {
        private final ToIntFunction<Object> function;

        OfInt(ToIntFunction<Object> function) {
            this.function = function;
        }

        @Override
        public @Nullable Object get(Object target) {
            return function.applyAsInt(target);
        }

        @Override
        public boolean writePlain(Object target, Output out) {
            out.number(function.applyAsInt(target));
            return true;
        }
    }

    private static final class OfLong extends Accessor {
        private final ToLongFunction<Object> function;

        OfLong(ToLongFunction<Object> function) {
            this.function = function;
        }

        @Override
        public @Nullable Object get(Object target) {
            return function.applyAsLong(target);
        }

        @Override
        public boolean writePlain(Object target, Output out) {
            out.number(function.applyAsLong(target));
            return true;
        }
    }

    /** Reads a field or method through its handle, where no lambda can be made of it. */
    private static final class OfHandle extends Accessor {
        private final MethodHandle handle;

        OfHandle(MethodHandle handle) {
            this.handle = handle.asType(MethodType.methodType(Object.class, Object.class));
        }

        @Override
        public @Nullable Object get(Object target) {
            try {
                return (Object) handle.invokeExact(target);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new TemplateException("Reading a value failed: " + e, e);
            }
        }
    }

    /** An accessor for a method without parameters. */
    @SuppressWarnings("unchecked")
    static Accessor of(Method method) {
        try {
            MethodHandles.Lookup lookup = lookup(method.getDeclaringClass());
            MethodHandle handle = lookup.unreflect(method);
            if (method.getExceptionTypes().length > 0) {
                return new OfHandle(handle);
            }
            Class<?> type = method.getReturnType();
            if (type == int.class || type == short.class || type == byte.class) {
                return new OfInt(
                        (ToIntFunction<Object>) lambda(lookup, handle, ToIntFunction.class, "applyAsInt", int.class));
            }
            if (type == long.class) {
                return new OfLong((ToLongFunction<Object>)
                        lambda(lookup, handle, ToLongFunction.class, "applyAsLong", long.class));
            }
            return new Plain(
                    (Function<Object, @Nullable Object>) lambda(lookup, handle, Function.class, "apply", Object.class));
        } catch (IllegalAccessException e) {
            return NONE;
        }
    }

    /** An accessor for a field. */
    static Accessor of(Field field) {
        try {
            return new OfHandle(lookup(field.getDeclaringClass()).unreflectGetter(field));
        } catch (IllegalAccessException e) {
            return NONE;
        }
    }

    private static MethodHandles.Lookup lookup(Class<?> owner) {
        try {
            return MethodHandles.privateLookupIn(owner, SELF);
        } catch (IllegalAccessException e) {
            return MethodHandles.publicLookup();
        }
    }

    private static Object lambda(
            MethodHandles.Lookup lookup, MethodHandle handle, Class<?> type, String name, Class<?> result) {
        try {
            MethodType erased = MethodType.methodType(result, Object.class);
            MethodType actual = result == Object.class
                    ? MethodType.methodType(
                            handle.type().wrap().returnType(), handle.type().parameterType(0))
                    : MethodType.methodType(result, handle.type().parameterType(0));
            return LambdaMetafactory.metafactory(lookup, name, MethodType.methodType(type), erased, handle, actual)
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            return fallback(new OfHandle(handle), type);
        }
    }

    /** A public lookup cannot spin lambdas; the handle serves. */
    private static Object fallback(OfHandle handle, Class<?> type) {
        if (type == ToIntFunction.class) {
            return (ToIntFunction<Object>) t -> ((Number) java.util.Objects.requireNonNull(handle.get(t))).intValue();
        }
        if (type == ToLongFunction.class) {
            return (ToLongFunction<Object>) t -> ((Number) java.util.Objects.requireNonNull(handle.get(t))).longValue();
        }
        return (Function<Object, @Nullable Object>) handle::get;
    }
}
