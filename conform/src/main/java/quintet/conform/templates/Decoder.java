package quintet.conform.templates;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.conform.Tagged;
import quintet.core.LazyText;
import quintet.http.QueryDict;
import quintet.templates.SafeString;
import quintet.templates.Template;
import quintet.templates.Tuple;

/** Makes Java values of the values in a case. */
final class Decoder {
    private final Function<String, Template> compiler;

    Decoder(Function<String, Template> compiler) {
        this.compiler = compiler;
    }

    /** A request as the tags see it. */
    record Request(String path, QueryDict query, Map<String, ? extends @Nullable Object> spec) {}

    @Nullable
    Object decode(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return decodeList(list);
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        String tag = Tagged.tag(value);
        return tag == null ? strings(map) : tagged(tag, map);
    }

    private List<@Nullable Object> decodeList(@Nullable Object list) {
        List<@Nullable Object> out = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> out.add(decode(item)));
        }
        return out;
    }

    private Map<String, @Nullable Object> strings(Map<?, ?> map) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        map.forEach((key, item) -> out.put(String.valueOf(key), decode(item)));
        return out;
    }

    private @Nullable Object tagged(String tag, Map<?, ?> map) {
        Object content = map.get(tag);
        String text = String.valueOf(content);
        return switch (tag) {
            case "$float" ->
                switch (text) {
                    case "inf" -> Double.POSITIVE_INFINITY;
                    case "-inf" -> Double.NEGATIVE_INFINITY;
                    case "nan" -> Double.NaN;
                    default -> Double.valueOf(text);
                };
            case "$decimal" -> decimal(text);
            case "$safe" -> SafeString.of(text);
            case "$lazy" -> {
                Object inner = decode(content);
                CharSequence now = inner instanceof CharSequence s ? s : text;
                yield new LazyText(() -> now);
            }
            case "$bytes" -> Base64.getDecoder().decode(text);
            case "$datetime" -> moment(text, map);
            case "$date" -> LocalDate.parse(text);
            case "$time" -> time(text, map);
            case "$timedelta_seconds" -> duration(decode(content));
            case "$tz" -> zone(text);
            case "$uuid" -> UUID.fromString(text);
            case "$tuple" -> Tuple.of(decodeList(content).toArray());
            case "$set" -> new LinkedHashSet<>(decodeList(content));
            case "$dict" -> pairs(content, new LinkedHashMap<>());
            case "$defaultdict" -> pairs(content, new PythonObjects.DefaultDict(String.valueOf(map.get("default"))));
            case "$namedtuple" -> named((List<?>) Objects.requireNonNull(content));
            case "$range" -> range((List<?>) Objects.requireNonNull(content));
            case "$iterable" -> new PythonObjects.Iterated(decodeList(content));
            case "$generator" -> decodeList(content).iterator();
            case "$querydict" -> QueryDict.of(text);
            case "$request" -> request(strings((Map<?, ?>) Objects.requireNonNull(content)));
            case "$template" -> compiler.apply(text);
            case "$raises" ->
                new PythonObjects.Raises(PythonObjects.PythonError.of((Map<?, ?>) Objects.requireNonNull(content)));
            case "$object" -> thing((Map<?, ?>) Objects.requireNonNull(content), map);
            default -> tag.startsWith("$callable") ? function(tag, content, map) : strings(map);
        };
    }

    static Request request(Map<String, @Nullable Object> spec) {
        return new Request(String.valueOf(spec.get("path")), QueryDict.of(String.valueOf(spec.get("query"))), spec);
    }

    private static Object decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text.startsWith("-Inf")
                    ? Double.NEGATIVE_INFINITY
                    : text.startsWith("Inf") ? Double.POSITIVE_INFINITY : Double.NaN;
        }
    }

    static ZoneId zone(String name) {
        return name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
    }

    private static Object moment(String text, Map<?, ?> map) {
        LocalDateTime local = LocalDateTime.parse(text);
        if (map.get("tz") == null) {
            return local;
        }
        ZonedDateTime zoned = local.atZone(zone(String.valueOf(map.get("tz"))));
        return map.get("fold") == null ? zoned : zoned.withLaterOffsetAtOverlap();
    }

    private static Object time(String text, Map<?, ?> map) {
        LocalTime time = LocalTime.parse(text);
        return map.get("tz") != null && zone(String.valueOf(map.get("tz"))) instanceof ZoneOffset offset
                ? OffsetTime.of(time, offset)
                : time;
    }

    private static Duration duration(@Nullable Object seconds) {
        return seconds instanceof Double d
                ? Duration.ofNanos(Math.round(d * 1e6) * 1000)
                : Duration.ofSeconds(((Number) Objects.requireNonNull(seconds)).longValue());
    }

    private <M extends Map<@Nullable Object, @Nullable Object>> M pairs(@Nullable Object content, M into) {
        for (Object pair : (List<?>) Objects.requireNonNull(content)) {
            Object key = decode(((List<?>) Objects.requireNonNull(pair)).get(0));
            // to Python 1 and True are one key
            Object same = key instanceof Boolean b && into.containsKey(b ? 1L : 0L) ? (Object) (b ? 1L : 0L) : key;
            into.put(same, decode(((List<?>) pair).get(1)));
        }
        return into;
    }

    private Tuple named(List<?> pairs) {
        List<String> names = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Object pair : pairs) {
            names.add(String.valueOf(((List<?>) pair).get(0)));
            values.add(decode(((List<?>) pair).get(1)));
        }
        return Tuple.named("Row", names, values.toArray());
    }

    private static PythonObjects.Range range(List<?> bounds) {
        long start = ((Number) bounds.get(0)).longValue();
        long stop = ((Number) bounds.get(1)).longValue();
        long step = bounds.size() > 2 ? ((Number) bounds.get(2)).longValue() : 1;
        List<Long> out = new ArrayList<>();
        for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
            out.add(i);
        }
        return new PythonObjects.Range(start, stop, step, out);
    }

    private PythonObjects.Function function(String tag, @Nullable Object content, Map<?, ?> map) {
        boolean alters = Boolean.TRUE.equals(map.get("alters_data"));
        boolean keep = Boolean.TRUE.equals(map.get("do_not_call"));
        if (tag.equals("$callable_raises")) {
            RuntimeException error = PythonObjects.PythonError.of((Map<?, ?>) Objects.requireNonNull(content));
            return new PythonObjects.Function(
                    () -> {
                        throw error;
                    },
                    alters,
                    keep,
                    false);
        }
        boolean needs = tag.equals("$callable_needs_args");
        Object result = needs ? null : decode(content);
        return new PythonObjects.Function(() -> result, alters, keep, needs);
    }

    private PythonObjects.Thing thing(Map<?, ?> attributes, Map<?, ?> more) {
        PythonObjects.Thing thing = new PythonObjects.Thing();
        thing.attributes.putAll(strings(attributes));
        if (more.get("items") instanceof List<?> items) {
            thing.items = pairs(items, new LinkedHashMap<>());
        }
        if (more.containsKey("items_default")) {
            thing.itemsDefault = decode(more.get("items_default"));
            thing.items = thing.items == null ? new LinkedHashMap<>() : thing.items;
        }
        if (decode(more.get("str")) instanceof CharSequence s) {
            thing.str = s;
        }
        if (more.get("html") instanceof String s) {
            thing.html = SafeString.of(s);
        }
        if (more.get("iter") instanceof List<?> items) {
            thing.iter = decodeList(items);
        }
        if (more.get("len") instanceof Number n) {
            thing.len = n.intValue();
        }
        if (more.get("bool") instanceof Boolean b) {
            thing.bool = b;
        }
        if (decode(more.get("call")) instanceof PythonObjects.Function f) {
            thing.call = f;
        }
        thing.altersData = Boolean.TRUE.equals(more.get("alters_data"));
        thing.doNotCall = Boolean.TRUE.equals(more.get("do_not_call"));
        return thing;
    }
}
