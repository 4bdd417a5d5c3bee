package quintet.conform.templates;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.core.SilentInTemplates;
import quintet.templates.EvaluationError;
import quintet.templates.SafeString;
import quintet.templates.ValueAdapter;

/** Python's own kinds of values, which the recordings use and Java does not have, as the engine's adapters see them. */
final class PythonObjects {
    private PythonObjects() {}

    /** An error a recorded object raises. */
    static class PythonError extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String type;

        PythonError(String type, String message) {
            super(message);
            this.type = type;
        }

        String type() {
            return type;
        }

        static RuntimeException of(Map<?, ?> spec) {
            String type = String.valueOf(spec.get("type"));
            String message = String.valueOf(spec.get("message"));
            if (Boolean.TRUE.equals(spec.get("silent"))) {
                return new SilentPythonError(type, message);
            }
            for (EvaluationError.Kind kind : EvaluationError.Kind.values()) {
                if (kind.pythonName().equals(type)) {
                    return new EvaluationError(kind, type.equals("KeyError") ? "'" + message + "'" : message);
                }
            }
            return new PythonError(type, message);
        }
    }

    static final class SilentPythonError extends PythonError implements SilentInTemplates {
        private static final long serialVersionUID = 1L;

        SilentPythonError(String type, String message) {
            super(type, message);
        }
    }

    /** Reading it raises. */
    record Raises(RuntimeException error) {}

    /** A function without arguments. */
    record Function(
            Supplier<? extends @Nullable Object> body, boolean altersData, boolean doNotCall, boolean needsArguments) {}

    /** An object with attributes. */
    static final class Thing {
        final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();

        @Nullable
        Map<@Nullable Object, @Nullable Object> items;

        @Nullable
        Object itemsDefault = ValueAdapter.MISSING;

        @Nullable
        CharSequence str;

        @Nullable
        SafeString html;

        @Nullable
        List<? extends @Nullable Object> iter;

        int len = -1;

        @Nullable
        Boolean bool;

        @Nullable
        Function call;

        boolean altersData;
        boolean doNotCall;
    }

    /** A dictionary that makes missing values. */
    static final class DefaultDict extends LinkedHashMap<@Nullable Object, @Nullable Object> {
        private static final long serialVersionUID = 1L;
        private final String factory;

        DefaultDict(String factory) {
            this.factory = factory;
        }

        Object missing(String key) {
            Object made = switch (factory) {
                case "int" -> 0L;
                case "str" -> "";
                case "list" -> new java.util.ArrayList<>();
                default -> new LinkedHashMap<>();
            };
            put(key, made);
            return made;
        }
    }

    /** A loop without index. */
    record Iterated(List<? extends @Nullable Object> items) implements Iterable<@Nullable Object> {
        @Override
        @SuppressWarnings("unchecked")
        public Iterator<@Nullable Object> iterator() {
            return (Iterator<@Nullable Object>) items.iterator();
        }
    }

    /** A range of numbers. */
    record Range(long start, long stop, long step, List<Long> items) {}

    static final ValueAdapter<Range> RANGE = new ValueAdapter<>() {
        @Override
        public @Nullable Object index(Range value, int index) {
            int at = index < 0 ? index + value.items().size() : index;
            return at >= 0 && at < value.items().size() ? value.items().get(at) : MISSING;
        }

        @Override
        public int length(Range value) {
            return value.items().size();
        }

        @Override
        public Iterator<?> iterate(Range value) {
            return value.items().iterator();
        }

        @Override
        public CharSequence text(Range value) {
            return "range(" + value.start() + ", " + value.stop() + (value.step() == 1 ? "" : ", " + value.step())
                    + ")";
        }
    };

    static final ValueAdapter<DefaultDict> DEFAULT_DICT = new ValueAdapter<>() {
        @Override
        public @Nullable Object item(DefaultDict value, String name) {
            return value.containsKey(name) ? value.get(name) : value.missing(name);
        }

        @Override
        public int length(DefaultDict value) {
            return value.size();
        }

        @Override
        public @Nullable Iterator<?> iterate(DefaultDict value) {
            return value.keySet().iterator();
        }

        @Override
        public String typeName(DefaultDict value) {
            return "collections.defaultdict";
        }
    };

    static final ValueAdapter<Iterated> ITERATED = new ValueAdapter<>() {
        @Override
        public int length(Iterated value) {
            return value.items().size();
        }
    };

    static final ValueAdapter<Function> FUNCTION = new ValueAdapter<>() {
        @Override
        public @Nullable Object attribute(Function value, String name) {
            return MISSING;
        }

        @Override
        public Call call(Function value) {
            if (value.doNotCall()) {
                return Call.NOT_CALLABLE;
            }
            return value.altersData() || value.needsArguments() ? Call.REFUSED : new Call.Result(value.body());
        }
    };

    static final ValueAdapter<Raises> RAISES = new ValueAdapter<>() {
        @Override
        public Call call(Raises value) {
            throw value.error();
        }
    };

    static final ValueAdapter<Thing> THING = new ValueAdapter<>() {
        @Override
        public @Nullable Object item(Thing value, String name) {
            Map<@Nullable Object, @Nullable Object> items = value.items;
            if (items == null) {
                return MISSING;
            }
            Object found = items.containsKey(name) ? items.get(name) : value.itemsDefault;
            if (found instanceof Raises raises
                    && raises.error() instanceof EvaluationError e
                    && e.kind() != EvaluationError.Kind.ZERO_DIVISION) {
                return MISSING;
            }
            return found;
        }

        @Override
        public @Nullable Object attribute(Thing value, String name) {
            return value.attributes.containsKey(name) ? value.attributes.get(name) : MISSING;
        }

        @Override
        public @Nullable Object index(Thing value, int index) {
            Map<@Nullable Object, @Nullable Object> items = value.items;
            return items == null ? MISSING : items.getOrDefault((long) index, MISSING);
        }

        @Override
        public Call call(Thing value) {
            if (value.call == null || value.doNotCall) {
                return Call.NOT_CALLABLE;
            }
            return value.altersData ? Call.REFUSED : new Call.Result(value.call.body());
        }

        @Override
        public boolean truth(Thing value) {
            return value.bool != null ? value.bool : value.len != 0;
        }

        @Override
        public int length(Thing value) {
            return value.len;
        }

        @Override
        public @Nullable Iterator<?> iterate(Thing value) {
            return value.iter == null ? null : value.iter.iterator();
        }

        @Override
        public @Nullable SafeString html(Thing value) {
            return value.html;
        }

        @Override
        public CharSequence text(Thing value) {
            if (value.str == null && value.html == null) {
                return "<object>";
            }
            return value.str == null ? "" : value.str;
        }
    };
}
