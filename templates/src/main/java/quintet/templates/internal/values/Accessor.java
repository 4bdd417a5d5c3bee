package quintet.templates.internal.values;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import quintet.templates.TemplateException;
import quintet.templates.ValueAdapter;

/**
 * Reads one member of the objects of one class. The first reads go through a method handle; a member that is read often gets
 * a function of its own from {@link LambdaMetafactory}, or is read as a field directly.
 */
public final class Accessor {
    /** A member that exists and must not be called: it changes data. */
    static final Accessor REFUSED = new Accessor(new Always(ValueAdapter.Call.REFUSED));

    /** No such member. */
    static final Accessor NONE = new Accessor(new Always(ValueAdapter.MISSING));

    private static final MethodHandles.Lookup SELF = MethodHandles.lookup();
    private static final int OFTEN = 256;
    private static final MethodHandle ACCEPT = accept();

    private static MethodHandle accept() {
        try {
            return SELF.findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A member that is the same for every object. */
    private record Always(Object value) implements Function<Object, @Nullable Object> {
        @Override
        public Object apply(Object target) {
            return value;
        }
    }

    /** What the member's declared type says of its values. */
    public enum Shape {
        /** Text or null. */
        TEXT,
        /** A whole number that fits an int. */
        INT,
        /** A whole number. */
        LONG,
        /** A floating-point number. */
        DOUBLE,
        /** Anything. */
        OBJECT
    }

    /** Whether reads may fail with checked exceptions, so that no function can be made. */
    private final boolean checked;

    private final Shape shape;
    private final boolean text;
    private final boolean number;
    private final @Nullable MethodHandle exact;
    private final @Nullable MethodHandle handle;
    private final MethodHandles.@Nullable Lookup lookup;
    private @Nullable Consumer<Object> before;
    private @Nullable VarHandle field;
    private @Nullable Function<Object, @Nullable Object> function;
    private @Nullable ToIntFunction<Object> ofInt;
    private @Nullable ToLongFunction<Object> ofLong;
    private @Nullable ToDoubleFunction<Object> ofDouble;
    private int reads;

    private Accessor(Function<Object, @Nullable Object> function) {
        this.shape = Shape.OBJECT;
        this.text = false;
        this.number = false;
        this.checked = false;
        this.exact = null;
        this.handle = null;
        this.lookup = null;
        this.function = function;
    }

    private Accessor(MethodHandles.Lookup lookup, MethodHandle exact, boolean checked) {
        this.shape = shape(exact.type().returnType());
        this.text = shape == Shape.TEXT;
        this.number = shape != Shape.TEXT && shape != Shape.OBJECT;
        this.checked = checked;
        this.exact = exact;
        this.handle = exact.asType(MethodType.methodType(primitive(shape), Object.class));
        this.lookup = lookup;
    }

    private static Shape shape(Class<?> type) {
        if (type == String.class) {
            return Shape.TEXT;
        } else if (type == int.class || type == short.class || type == byte.class) {
            return Shape.INT;
        } else if (type == long.class) {
            return Shape.LONG;
        }
        return type == double.class ? Shape.DOUBLE : Shape.OBJECT;
    }

    private static Class<?> primitive(Shape shape) {
        return switch (shape) {
            case INT -> int.class;
            case LONG -> long.class;
            case DOUBLE -> double.class;
            case TEXT, OBJECT -> Object.class;
        };
    }

    /** An accessor that a function makes up. */
    static Accessor of(Function<Object, @Nullable Object> function) {
        return new Accessor(function);
    }

    /** An accessor for a method without parameters. */
    static Accessor of(Method method) {
        try {
            MethodHandles.Lookup lookup = lookup(method.getDeclaringClass());
            return new Accessor(lookup, lookup.unreflect(method), method.getExceptionTypes().length > 0);
        } catch (IllegalAccessException e) {
            return NONE;
        }
    }

    /** An accessor for a field. */
    static Accessor of(Field field) {
        try {
            MethodHandles.Lookup lookup = lookup(field.getDeclaringClass());
            Accessor accessor = new Accessor(lookup, lookup.unreflectGetter(field), true);
            Class<?> type = field.getType();
            if (!type.isPrimitive() || type == int.class || type == long.class || type == double.class) {
                accessor.field = lookup.unreflectVarHandle(field);
            }
            return accessor;
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

    /** The same member, read after something was done with the object. */
    Accessor after(Consumer<Object> prepare) {
        if (exact == null || lookup == null) {
            return new Accessor(target -> {
                prepare.accept(target);
                return get(target);
            });
        }
        Accessor prepared = new Accessor(lookup, exact, checked);
        prepared.field = field;
        prepared.before = prepare;
        return prepared;
    }

    /** What the declared type says. */
    public Shape shape() {
        return shape;
    }

    /** Whether the member is text or null. */
    boolean isText() {
        return text;
    }

    /** Whether the member is a number that is read without boxing. */
    boolean isNumber() {
        return number;
    }

    /** A handle from Object to int, long, double or Object as the shape says; null if there is none. */
    public @Nullable MethodHandle handle() {
        if (checked && field == null) {
            return null;
        }
        return before == null || handle == null ? handle : MethodHandles.foldArguments(handle, ACCEPT.bindTo(before));
    }

    /** Reads the member. */
    public @Nullable Object get(Object target) {
        return number ? number(target) : getObject(target);
    }

    private Object number(Object target) {
        return switch (shape) {
            case INT -> getInt(target);
            case LONG -> getLong(target);
            default -> getDouble(target);
        };
    }

    /** Reads a member whose shape is OBJECT or TEXT. */
    public @Nullable Object getObject(Object target) {
        prepare(target);
        Function<Object, @Nullable Object> known = function;
        if (known != null) {
            return known.apply(target);
        }
        VarHandle direct = field;
        if (direct != null) {
            return (Object) direct.get(target);
        }
        try {
            return first().invokeExact(target);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Reads a member whose shape is INT. */
    public int getInt(Object target) {
        prepare(target);
        ToIntFunction<Object> known = ofInt;
        if (known != null) {
            return known.applyAsInt(target);
        }
        VarHandle direct = field;
        if (direct != null) {
            return (int) direct.get(target);
        }
        try {
            return (int) first().invokeExact(target);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Reads a member whose shape is LONG. */
    public long getLong(Object target) {
        prepare(target);
        ToLongFunction<Object> known = ofLong;
        if (known != null) {
            return known.applyAsLong(target);
        }
        VarHandle direct = field;
        if (direct != null) {
            return (long) direct.get(target);
        }
        try {
            return (long) first().invokeExact(target);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Reads a member whose shape is DOUBLE. */
    public double getDouble(Object target) {
        prepare(target);
        ToDoubleFunction<Object> known = ofDouble;
        if (known != null) {
            return known.applyAsDouble(target);
        }
        VarHandle direct = field;
        if (direct != null) {
            return (double) direct.get(target);
        }
        try {
            return (double) first().invokeExact(target);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private void prepare(Object target) {
        Consumer<Object> first = before;
        if (first != null) {
            first.accept(target);
        }
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException own ? own : new TemplateException("Reading a value failed: " + e, e);
    }

    /** The handle; after some reads a function is made that takes its place. */
    private MethodHandle first() {
        if (!checked && ++reads == OFTEN) {
            switch (shape) {
                case INT -> ofInt = lambda(ToIntFunction.class, "applyAsInt", int.class);
                case LONG -> ofLong = lambda(ToLongFunction.class, "applyAsLong", long.class);
                case DOUBLE -> ofDouble = lambda(ToDoubleFunction.class, "applyAsDouble", double.class);
                case TEXT, OBJECT -> function = lambda(Function.class, "apply", Object.class);
            }
        }
        return java.util.Objects.requireNonNull(handle);
    }

    /** The member as a function; null where the class can not be seen well enough, then the handle serves on. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface is the one asked for
    private <F> @Nullable F lambda(Class<?> type, String name, Class<?> result) {
        if (lookup == null || exact == null) {
            return null;
        }
        Class<?> owner = exact.type().parameterType(0);
        MethodType actual = result == Object.class
                ? MethodType.methodType(exact.type().wrap().returnType(), owner)
                : MethodType.methodType(result, owner);
        try {
            return (F) LambdaMetafactory.metafactory(
                            lookup,
                            name,
                            MethodType.methodType(type),
                            MethodType.methodType(result, Object.class),
                            exact,
                            actual)
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            return null;
        }
    }
}
