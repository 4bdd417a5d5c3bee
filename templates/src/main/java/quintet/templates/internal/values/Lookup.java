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
    private @Nullable Cached cached;

    /** The accessor of the class seen last; replaced as a whole, so that threads see a pair that fits. */
    private record Cached(Class<?> type, TypeInfo info, Accessor accessor) {}

    /** A step by name. */
    public Lookup(String name) {
        this.name = name;
        this.index = parse(name);
    }

    private static int parse(String name) {
        Number n = name.isEmpty() ? null : Numbers.parseInt(name);
        return n instanceof Long l && l >= 0 && l <= Integer.MAX_VALUE ? l.intValue() : -1;
    }

    /** The name after the dot. */
    public String name() {
        return name;
    }

    /** The value of this step, or MISSING. Functions are called; refused ones give string_if_invalid. */
    public @Nullable Object step(@Nullable Object current, Context context) {
        if (current == null) {
            return MISSING;
        }
        if (current instanceof ForLoop loop) {
            return loop.get(name);
        }
        Class<?> type = current.getClass();
        Cached c = cached;
        if (c != null && c.type == type) {
            return finish(c.accessor.get(current), context);
        }
        Values values = Values.of(context);
        TypeInfo info = values.info(type);
        if (info.adapter == null && info.kind == Kind.OBJECT && index < 0) {
            Accessor accessor = info.member(name);
            cached = new Cached(type, info, accessor);
            return finish(accessor.get(current), context);
        }
        return finish(general(current, info, values, context), context);
    }

    /** Writes the value of this step if it is a whole number in plain digits; else writes nothing. */
    public boolean writePlain(@Nullable Object current, Output out) {
        if (current instanceof ForLoop loop) {
            return loop.writePlain(name, out);
        }
        Cached c = cached;
        return c != null && current != null && c.type == current.getClass() && c.accessor.writePlain(current, out);
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

    /** Whether a template swallows the failure. */
    public static boolean isSilent(RuntimeException e) {
        return e instanceof SilentInTemplates;
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
