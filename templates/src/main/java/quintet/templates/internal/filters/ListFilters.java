package quintet.templates.internal.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import quintet.templates.Context;
import quintet.templates.EvaluationError;
import quintet.templates.Filter;
import quintet.templates.Library;
import quintet.templates.SafeString;
import quintet.templates.Tuple;
import quintet.templates.ValueAdapter;
import quintet.templates.internal.values.Compare;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Numbers;
import quintet.templates.internal.values.Values;

/** Filters of lists. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
public final class ListFilters {
    private static final Object MISSING = ValueAdapter.MISSING;

    private ListFilters() {}

    /** Adds a filter. */
    public static void addTo(Library library, String name) {
        switch (name) {
            case "dictsort" -> library.filter(name, Filter.of((v, a, c) -> sorted(v, a, c, false)));
            case "dictsortreversed" -> library.filter(name, Filter.of((v, a, c) -> sorted(v, a, c, true)));
            case "first" ->
                library.filter(name, Filter.of((v, a, c) -> at(v, 0, c)).noArgument());
            case "last" ->
                library.filter(
                        name, Filter.of((v, a, c) -> at(v, -1, c)).noArgument().safe());
            case "join" -> library.filter(name, Filter.of(ListFilters::join).safe());
            case "length" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> Math.max(0, Values.of(c).length(v)))
                                .noArgument());
            case "random" ->
                library.filter(
                        name, Filter.of((v, a, c) -> random(v, c)).noArgument().safe());
            case "slice" -> library.filter(name, Filter.of(ListFilters::slice).safe());
            case "safeseq" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> each(v, c, false)).noArgument().safe());
            case "escapeseq" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> each(v, c, true)).noArgument().safe());
            case "unordered_list" ->
                library.filter(
                        name,
                        Filter.of((v, a, c) -> SafeString.of(unordered(v, 1, c)))
                                .noArgument()
                                .safe());
            default -> throw new IllegalArgumentException(name);
        }
    }

    /** Python's {@code value[index]}: what is there, or the error it raises. */
    static @Nullable Object at(@Nullable Object value, int index, Context context) {
        Values values = Values.of(context);
        if (value != null) {
            Object found = values.index(value, index);
            if (found != MISSING) {
                return found;
            }
            if (values.is(value, Kind.MAP)) {
                throw new EvaluationError(EvaluationError.Kind.KEY, Integer.toString(index));
            }
        }
        if (value == null
                || values.length(value) < 0
                || values.is(value, Kind.SET)
                || values.is(value, Kind.ITERABLE)) {
            throw EvaluationError.type("'" + values.typeName(value) + "' object is not subscriptable");
        }
        return "";
    }

    private static Object sorted(@Nullable Object value, @Nullable Object key, Context context, boolean reversed) {
        Values values = Values.of(context);
        Compare compare = new Compare(values);
        try {
            List<Keyed> all = new ArrayList<>();
            values.iterate(value).forEachRemaining(item -> all.add(new Keyed(property(item, key, context), item)));
            all.sort((a, b) -> {
                Integer order = compare.order(a.key(), b.key(), "<");
                int result = order == null ? 0 : order;
                return reversed ? -result : result;
            });
            List<@Nullable Object> out = new ArrayList<>();
            all.forEach(k -> out.add(k.item()));
            return out;
        } catch (EvaluationError e) {
            if (e.kind() == EvaluationError.Kind.TYPE || e.kind() == EvaluationError.Kind.ATTRIBUTE) {
                return "";
            }
            throw e;
        }
    }

    /** An element with the value it is sorted by. */
    private record Keyed(@Nullable Object key, @Nullable Object item) {}

    private static @Nullable Object property(@Nullable Object item, @Nullable Object key, Context context) {
        Values values = Values.of(context);
        boolean number = key instanceof Number
                || key != null && values.isText(key) && Numbers.parseFloat(key.toString()) != null;
        if (number) {
            return subscript(item, key, values);
        }
        if (key == null || !values.isText(key)) {
            throw EvaluationError.type("cannot sort by " + values.reprOf(key));
        }
        String path = key.toString();
        if (path.isEmpty()) {
            throw new EvaluationError(EvaluationError.Kind.INDEX, "string index out of range");
        }
        if (path.startsWith("_") || path.contains("._")) {
            throw new EvaluationError(EvaluationError.Kind.ATTRIBUTE, "Access to private variables is forbidden.");
        }
        Object current = item;
        for (String part : path.split("\\.", -1)) {
            // only a dictionary has items with names, so digits are no index here
            boolean digits = !part.isEmpty() && Character.isDigit(part.charAt(0));
            Object next = !digits
                    ? values.member(current, part, context)
                    : current instanceof Map<?, ?> map && map.containsKey(part) ? map.get(part) : MISSING;
            if (next == MISSING) {
                throw new EvaluationError(
                        EvaluationError.Kind.ATTRIBUTE,
                        "'" + values.typeName(current) + "' object has no attribute '" + part + "'");
            }
            current = next;
        }
        return current;
    }

    private static @Nullable Object subscript(@Nullable Object item, @Nullable Object key, Values values) {
        Object found = MISSING;
        if (item instanceof Map<?, ?> map && key != null && !(key instanceof Number)) {
            found = map.get(key.toString());
        } else if (item != null && Numbers.isInt(key) && key instanceof Number n) {
            found = values.index(item, Numbers.clamp(n));
            if (found == MISSING && values.length(item) >= 0) {
                throw new EvaluationError(EvaluationError.Kind.INDEX, values.typeName(item) + " index out of range");
            }
        }
        if (found == MISSING) {
            throw EvaluationError.type("'" + values.typeName(item) + "' object is not subscriptable");
        }
        return found;
    }

    private static @Nullable Object join(@Nullable Object value, @Nullable Object separator, Context context) {
        Values values = Values.of(context);
        if (!context.autoescape() && !values.isText(separator)) {
            throw new EvaluationError(
                    EvaluationError.Kind.ATTRIBUTE,
                    "'" + values.typeName(separator) + "' object has no attribute 'join'");
        }
        if (value == null || values.iterator(value) == null) {
            return value;
        }
        List<String> parts = new ArrayList<>();
        if (context.autoescape()) {
            for (Object each : values.list(value)) {
                parts.add(values.html(each).toString());
            }
            return SafeString.of(String.join(SafeString.escape(values.text(separator)), parts));
        }
        for (Object each : values.list(value)) {
            if (!values.isText(each)) {
                return value;
            }
            parts.add(String.valueOf(each));
        }
        return SafeString.of(String.join(String.valueOf(separator), parts));
    }

    private static @Nullable Object random(@Nullable Object value, Context context) {
        List<?> all = Values.of(context).list(value);
        return all.isEmpty() ? "" : all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private static @Nullable Object slice(@Nullable Object value, @Nullable Object argument, Context context) {
        Values values = Values.of(context);
        String[] bits = values.text(argument).toString().split(":", -1);
        if (bits.length > 3 || value == null) {
            return value;
        }
        Integer[] numbers = new Integer[3];
        for (int i = 0; i < bits.length; i++) {
            if (!bits[i].isEmpty()) {
                Number n = Numbers.parseInt(bits[i]);
                if (n == null) {
                    return value;
                }
                numbers[bits.length == 1 ? 1 : i] = Numbers.clamp(n);
            }
        }
        if (numbers[2] != null && numbers[2] == 0) {
            return value;
        }
        return sliced(value, numbers, values);
    }

    private static @Nullable Object sliced(Object value, @Nullable Integer[] numbers, Values values) {
        if (values.isText(value)) {
            List<String> out = pick(Values.characters(value.toString()), numbers);
            return String.join("", out);
        }
        Kind kind = values.kind(value);
        if (kind == Kind.TUPLE) {
            return Tuple.of(pick(values.list(value), numbers).toArray());
        }
        if (kind == Kind.LIST || kind == Kind.ARRAY) {
            return pick(values.list(value), numbers);
        }
        Object data = values.evaluate(value);
        return data != null && data != value ? sliced(data, numbers, values) : value;
    }

    private static <T extends @Nullable Object> List<T> pick(List<? extends T> all, @Nullable Integer[] numbers) {
        int size = all.size();
        int step = numbers[2] == null ? 1 : numbers[2];
        int start = bound(numbers[0], step > 0 ? 0 : size - 1, size, step);
        int stop = bound(numbers[1], step > 0 ? size : -1, size, step);
        List<T> out = new ArrayList<>();
        for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
            out.add(all.get((int) i));
        }
        return out;
    }

    private static int bound(@Nullable Integer number, int otherwise, int size, int step) {
        if (number == null) {
            return otherwise;
        }
        long n = number < 0 ? (long) number + size : number;
        long low = step > 0 ? 0 : -1;
        long high = step > 0 ? size : size - 1L;
        return (int) Math.max(low, Math.min(high, n));
    }

    private static List<Object> each(@Nullable Object value, Context context, boolean escape) {
        Values values = Values.of(context);
        List<Object> out = new ArrayList<>();
        values.iterate(value).forEachRemaining(item -> {
            CharSequence text = values.text(item);
            out.add(escape ? values.html(item) : SafeString.of(text));
        });
        return out;
    }

    private static String unordered(@Nullable Object value, int depth, Context context) {
        if (depth > 100) {
            throw EvaluationError.value("the list is nested too deeply");
        }
        Values values = Values.of(context);
        List<?> items = new ArrayList<>(values.list(value));
        String indent = "\t".repeat(depth);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CharSequence text = values.text(items.get(i));
            String shown = (context.autoescape() ? values.html(items.get(i)) : text).toString();
            String inner = "";
            if (i + 1 < items.size() && isList(items.get(i + 1), values)) {
                i++;
                if (values.truth(items.get(i))) {
                    inner = "\n" + indent + "<ul>\n" + unordered(items.get(i), depth + 1, context) + "\n" + indent
                            + "</ul>\n" + indent;
                }
            }
            out.add(indent + "<li>" + shown + inner + "</li>");
        }
        return String.join("\n", out);
    }

    private static boolean isList(@Nullable Object value, Values values) {
        if (value == null) {
            return false;
        }
        return switch (values.kind(value)) {
            case LIST, ARRAY, TUPLE, ONCE -> true;
            default -> false;
        };
    }
}
