package quintet.templates.internal.values;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.SilentInTemplates;
import quintet.templates.Context;
import quintet.templates.HtmlValue;
import quintet.templates.Output;
import quintet.templates.TemplateException;
import quintet.templates.Tuple;
import quintet.templates.ValueAdapter;
import quintet.templates.internal.compile.Relation;

/** One step of a dotted variable: dictionary, attribute, index, then a call; with a cache per place in a template. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class Lookup {
    private static final Object MISSING = ValueAdapter.MISSING;
    private static final Set<String> REFUSED_LIST =
            Set.of("append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse", "sort");
    private static final Set<String> REFUSED_MAP =
            Set.of("clear", "copy", "fromkeys", "get", "pop", "popitem", "setdefault", "update");

    private final String name;
    private final int index;
    private final int counter;
    private @Nullable Cached cached;
    private @Nullable Class<?> plain;

    /** The way to the values of the class seen last; replaced as a whole, so that threads see a pair that fits. */
    public record Cached(Class<?> type, Accessor accessor) {}

    /** A step by name. */
    public Lookup(String name) {
        this.name = name;
        this.index = parse(name);
        this.counter = ForLoop.counter(name);
    }

    private static int parse(String name) {
        Number n = name.isEmpty() ? null : Numbers.parseInt(name);
        return n instanceof Long l && l >= 0 && l <= Integer.MAX_VALUE ? l.intValue() : -1;
    }

    /** The name after the dot. */
    public String name() {
        return name;
    }

    /** What was learnt from the values seen here; null if each must be asked. */
    public @Nullable Cached cached() {
        return cached;
    }

    /** The class of results that are known to stand for themselves; null as long as none was seen. */
    public @Nullable Class<?> plain() {
        return plain;
    }

    /** The value of this step, or MISSING. Functions are called; refused ones give string_if_invalid. */
    public @Nullable Object step(@Nullable Object current, Context context) {
        if (current == null) {
            return MISSING;
        }
        Class<?> type = current.getClass();
        Cached c = cached;
        if (c != null && c.type == type) {
            return finished(c.accessor.get(current), context);
        }
        if (current instanceof ForLoop loop) {
            return loop.get(counter);
        }
        Values values = Values.of(context);
        TypeInfo info = values.info(type);
        Accessor accessor = index < 0 ? info.direct(name) : null;
        if (accessor != null) {
            cached = new Cached(type, accessor);
            return finished(accessor.get(current), context);
        }
        return finish(general(current, info, values, context), context);
    }

    /**
     * Writes the value of this step as double braces do, numbers without boxing them.
     *
     * @return false if there is no value; then nothing is written
     */
    public boolean write(@Nullable Object current, Context context, Output out) {
        Object value;
        try {
            Cached c = cached;
            if (c == null || current == null || c.type != current.getClass()) {
                if (current instanceof ForLoop loop && loop.isNumber(counter)) {
                    Render.number(loop.number(counter), context, out);
                    return true;
                }
                value = step(current, context);
            } else {
                Accessor accessor = c.accessor;
                if (accessor.isText()) {
                    Render.text((String) accessor.getObject(current), context, out);
                    return true;
                } else if (accessor.isNumber()) {
                    write(accessor, current, context, out);
                    return true;
                }
                value = finished(accessor.getObject(current), context);
            }
        } catch (RuntimeException e) {
            value = silenced(e, context);
        }
        if (value == MISSING) {
            return false;
        }
        Render.write(value, context, out);
        return true;
    }

    private static void write(Accessor accessor, Object target, Context context, Output out) {
        switch (accessor.shape()) {
            case INT -> Render.number(accessor.getInt(target), context, out);
            case LONG -> Render.number(accessor.getLong(target), context, out);
            default -> Render.number(accessor.getDouble(target), context, out);
        }
    }

    /** Compares a member that is a number with a constant: 1, 0, or -1 if there is no such member or the read failed. */
    public int compare(Object current, Relation relation, Number constant) {
        Cached c = cached;
        if (c == null || c.type != current.getClass() || !c.accessor.isNumber()) {
            return -1;
        }
        Accessor accessor = c.accessor;
        try {
            boolean holds;
            if (accessor.shape() == Accessor.Shape.DOUBLE) {
                holds = relation.holds(accessor.getDouble(current), constant.doubleValue());
            } else if (constant instanceof Long) {
                long number =
                        accessor.shape() == Accessor.Shape.INT ? accessor.getInt(current) : accessor.getLong(current);
                holds = relation.holds(number, constant.longValue());
            } else {
                return -1;
            }
            return holds ? 1 : 0;
        } catch (RuntimeException e) {
            return -1;
        }
    }

    /** What a template sees of a failure that it swallows; other failures are thrown on. */
    public static Object silenced(RuntimeException e, Context context) {
        if (e instanceof SilentInTemplates) {
            return context.engine().stringIfInvalid();
        }
        throw e;
    }

    /** {@link #finish}, fast for values of the class seen last. */
    public @Nullable Object finished(@Nullable Object value, Context context) {
        if (value == null || value instanceof String || value.getClass() == plain) {
            return value;
        }
        if (Values.of(context).info(value.getClass()).isPlain()) {
            plain = value.getClass();
            return value;
        }
        return finish(value, context);
    }

    /** Calls what can be called, and unwraps what is wrapped. */
    public static @Nullable Object finish(@Nullable Object value, Context context) {
        if (value == null || value instanceof String || value instanceof Boolean || value == MISSING) {
            return value;
        }
        if (value == ValueAdapter.Call.REFUSED) {
            return context.engine().stringIfInvalid();
        }
        Values values = Values.of(context);
        TypeInfo info = values.info(value.getClass());
        if (info.adapter != null) {
            return switch (info.adapter.call(value)) {
                case ValueAdapter.Call.Plain plain -> value;
                case ValueAdapter.Call.Refused refused -> context.engine().stringIfInvalid();
                case ValueAdapter.Call.Result result ->
                    Values.unwrap(result.function().get());
            };
        }
        return switch (info.kind) {
            case OPTIONAL -> Values.unwrap(value);
            case FUNCTION -> Values.unwrap(call(value, context));
            case OTHER_FUNCTION -> context.engine().stringIfInvalid();
            default -> value;
        };
    }

    private static @Nullable Object call(Object function, Context context) {
        if (function.getClass().isAnnotationPresent(quintet.core.AltersData.class)) {
            return context.engine().stringIfInvalid();
        }
        try {
            return function instanceof Supplier<?> s ? s.get() : ((Callable<?>) function).call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TemplateException("A function called by the template failed: " + e.getMessage(), e);
        }
    }

    private @Nullable Object general(Object current, TypeInfo info, Values values, Context context) {
        if (info.adapter != null) {
            return adapted(current, info, info.adapter, context);
        }
        return switch (info.kind) {
            case MAP -> map((Map<?, ?>) current, info);
            case LIST, TUPLE, ARRAY -> sequence(current, values);
            case STR, SAFE, LAZY ->
                index >= 0 ? values.index(current, index) : BuiltinMembers.ofText(current.toString(), name);
            case INT, BOOL, FLOAT, DECIMAL -> BuiltinMembers.ofNumber(current, name);
            case DATE, DATETIME, TIME, DURATION, UUID, ZONE -> {
                Object found = BuiltinMembers.ofTime(current, name);
                yield found == MISSING ? info.member(name).get(current) : found;
            }
            case BYTES -> index >= 0 ? values.index(current, index) : MISSING;
            case SET -> MISSING;
            case OPTIONAL -> step(Values.unwrap(current), context);
            default -> object(current, info);
        };
    }

    private @Nullable Object object(Object current, TypeInfo info) {
        if (current instanceof Enum<?> e && (name.equals("name") || name.equals("value"))) {
            Object own = info.member(name).get(current);
            return own != MISSING ? own : e.name();
        }
        if (current instanceof Throwable t && name.equals("message")) {
            return t.getMessage();
        }
        if (current instanceof HtmlValue html && (name.equals("html") || name.equals("as_html"))) {
            return html.html();
        }
        return info.member(name).get(current);
    }

    private @Nullable Object adapted(Object current, TypeInfo info, ValueAdapter<Object> adapter, Context context) {
        Object found = adapter.item(current, name);
        if (found != MISSING) {
            return found;
        }
        found = adapter.attribute(current, name);
        if (found == ValueAdapter.DEFAULT) {
            found = info.member(name).get(current);
        }
        if (found != MISSING || index < 0) {
            return found;
        }
        found = adapter.index(current, index);
        if (found == MISSING) {
            Object data = context.evaluated(current);
            if (data != null && data != current) {
                return Values.of(context).index(data, index);
            }
        }
        return found;
    }

    private @Nullable Object map(Map<?, ?> map, TypeInfo info) {
        Object found = Values.lookup(map, name);
        if (found != MISSING) {
            return found;
        }
        switch (name) {
            case "items", "keys", "values" -> {
                return new DictView(map, name);
            }
            default -> {
                if (REFUSED_MAP.contains(name)) {
                    return ValueAdapter.Call.REFUSED;
                }
            }
        }
        return index >= 0 ? Values.key(map, index) : info.member(name).get(map);
    }

    private @Nullable Object sequence(Object current, Values values) {
        if (index >= 0) {
            return values.index(current, index);
        }
        if (current instanceof Tuple t) {
            int at = t.names().indexOf(name);
            return at >= 0 ? t.get(at) : MISSING;
        }
        if (current instanceof Map.Entry<?, ?> e) {
            return switch (name) {
                case "key" -> e.getKey();
                case "value" -> e.getValue();
                default -> MISSING;
            };
        }
        return REFUSED_LIST.contains(name) ? ValueAdapter.Call.REFUSED : MISSING;
    }
}
