package quintet.templates.internal.filters;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.core.NumberText;
import quintet.templates.EvaluationError;
import quintet.templates.internal.values.Kind;
import quintet.templates.internal.values.Times;
import quintet.templates.internal.values.Values;

/** JSON of template values in the form Django's encoder gives. */
final class JsonWriter {
    private static final int MAX_DEPTH = 200;

    private final Values values;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    JsonWriter(Values values) {
        this.values = values;
    }

    String write(@Nullable Object value) {
        add(value);
        return out.toString();
    }

    private void add(@Nullable Object raw) {
        if (raw == null) {
            out.append("null");
            return;
        }
        Object value = values.evaluate(raw);
        if (value == null) {
            out.append("null");
            return;
        }
        if (++depth > MAX_DEPTH) {
            throw EvaluationError.value("Circular reference detected");
        }
        Kind kind = values.kind(value);
        switch (kind) {
            case BOOL -> out.append(value);
            case INT -> out.append(value);
            case FLOAT -> out.append(real(((Number) value).doubleValue()));
            case STR, SAFE, LAZY -> string(value.toString());
            case LIST, ARRAY, TUPLE -> list(value);
            case MAP -> map((Map<?, ?>) value);
            case DECIMAL, UUID -> string(values.text(value).toString());
            case DATE -> string(value.toString());
            case DATETIME -> string(moment(value));
            case TIME -> string(time(value));
            case DURATION -> string(duration((Duration) value));
            case OPTIONAL -> add(Values.unwrap(value));
            default ->
                throw EvaluationError.type("Object of type " + values.typeName(value) + " is not JSON serializable");
        }
        depth--;
    }

    private static String real(double d) {
        if (Double.isNaN(d)) {
            return "NaN";
        }
        return Double.isInfinite(d) ? (d > 0 ? "Infinity" : "-Infinity") : NumberText.ofFloat(d);
    }

    private void list(Object value) {
        out.append('[');
        Iterator<?> items = values.iterate(value);
        boolean first = true;
        while (items.hasNext()) {
            out.append(first ? "" : ", ");
            first = false;
            add(items.next());
        }
        out.append(']');
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> e : map.entrySet()) {
            out.append(first ? "" : ", ");
            first = false;
            key(e.getKey());
            out.append(": ");
            add(e.getValue());
        }
        out.append('}');
    }

    private void key(@Nullable Object key) {
        Kind kind = key == null ? Kind.OBJECT : values.kind(key);
        switch (key) {
            case null -> string("null");
            case Boolean b -> string(b.toString());
            case Object k
            when values.isText(k) || kind == Kind.INT || kind == Kind.FLOAT ->
                string(values.text(k).toString());
            default ->
                throw EvaluationError.type("keys must be str, int, float, bool or None, not " + values.typeName(key));
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < 0x20 || c > 0x7e) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** ISO 8601 with milliseconds and a Z, as ECMAScript has it. */
    private static String moment(Object value) {
        Object raw = Times.unpin(value);
        if (raw instanceof LocalDateTime t) {
            return millis(DateText.isoTime(t.toLocalDate() + "T", t.toLocalTime(), null), t.getNano());
        }
        ZonedDateTime z = Times.aware(raw);
        LocalDate date = z.toLocalDate();
        String text = millis(DateText.isoTime(date + "T", z.toLocalTime(), null), z.getNano());
        return text
                + (z.getOffset().getTotalSeconds() == 0 ? "Z" : z.getOffset().getId());
    }

    private static String millis(String text, int nano) {
        return nano >= 1000 ? text.substring(0, text.length() - 3) : text;
    }

    private static String time(Object value) {
        if (!(value instanceof LocalTime t)) {
            throw EvaluationError.value("JSON can't represent timezone-aware times.");
        }
        return millis(DateText.isoTime("", t, null), t.getNano());
    }

    /** ISO 8601 duration with days and seconds. */
    private static String duration(Duration value) {
        boolean negative = value.isNegative();
        Duration d = value.abs();
        String micros = d.toNanosPart() >= 1000 ? String.format(Locale.ROOT, ".%06d", d.toNanosPart() / 1000) : "";
        return (negative ? "-" : "")
                + String.format(
                        Locale.ROOT,
                        "P%dDT%02dH%02dM%02d%sS",
                        d.toDays(),
                        d.toHoursPart(),
                        d.toMinutesPart(),
                        d.toSecondsPart(),
                        micros);
    }
}
