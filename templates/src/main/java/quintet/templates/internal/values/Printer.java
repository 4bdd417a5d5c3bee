package quintet.templates.internal.values;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.core.LazyText;
import quintet.core.NumberText;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;
import quintet.templates.Tuple;

/** Python's {@code str()} and {@code repr()} of Java values. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
final class Printer {
    private static final int MAX_DEPTH = 60;

    private final Values values;
    private int depth;

    Printer(Values values) {
        this.values = values;
    }

    CharSequence text(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        TypeInfo info = values.info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value ? info.adapter.text(value) : text(data);
        }
        return switch (info.kind) {
            case STR -> value.toString();
            case SAFE -> (SafeString) value;
            case LAZY -> lazy((LazyText) value);
            case BOOL -> (Boolean) value ? "True" : "False";
            case INT, FLOAT, DECIMAL -> NumberText.of((Number) value);
            case OPTIONAL -> text(Values.unwrap(value));
            case DATE -> value.toString();
            case DATETIME -> dateTime(value);
            case TIME -> time(value);
            case DURATION -> duration((Duration) value);
            case ZONE -> zone((ZoneId) value);
            case UUID -> value.toString();
            case OBJECT -> object(value);
            case ITERABLE -> value instanceof DictView ? repr(value) : object(value);
            default -> value instanceof HtmlValue own ? own.html() : repr(value);
        };
    }

    private CharSequence lazy(LazyText lazy) {
        CharSequence now = lazy.now();
        return now instanceof SafeString ? now : now.toString();
    }

    private static CharSequence object(Object value) {
        SafeString html = Values.ownHtml(value);
        return html != null ? html : String.valueOf(value);
    }

    private static String dateTime(Object value) {
        return switch (value) {
            case LocalDateTime t -> DateText.isoTime(t.toLocalDate() + " ", t.toLocalTime(), null);
            default -> {
                ZonedDateTime t = Times.aware(value);
                yield DateText.isoTime(t.toLocalDate() + " ", t.toLocalTime(), t.getOffset());
            }
        };
    }

    private static String time(Object value) {
        return value instanceof OffsetTime t
                ? DateText.isoTime("", t.toLocalTime(), t.getOffset())
                : DateText.isoTime("", (LocalTime) value, null);
    }

    private static String zone(ZoneId zone) {
        if (zone instanceof ZoneOffset offset) {
            return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
        }
        return zone.getId();
    }

    static String duration(Duration d) {
        long seconds = d.toSeconds();
        long days = Math.floorDiv(seconds, 86_400);
        long rest = Math.floorMod(seconds, 86_400);
        StringBuilder out = new StringBuilder();
        if (days != 0) {
            out.append(days).append(Math.abs(days) == 1 ? " day, " : " days, ");
        }
        out.append(rest / 3600);
        out.append(String.format(java.util.Locale.ROOT, ":%02d:%02d", rest / 60 % 60, rest % 60));
        if (d.toNanosPart() >= 1000) {
            out.append(String.format(java.util.Locale.ROOT, ".%06d", d.toNanosPart() / 1000));
        }
        return out.toString();
    }

    String repr(@Nullable Object value) {
        if (value == null) {
            return "None";
        }
        TypeInfo info = values.info(value.getClass());
        if (info.adapter != null) {
            Object data = info.adapter.evaluate(value);
            return data == value ? info.adapter.repr(value) : repr(data);
        }
        if (++depth > MAX_DEPTH) {
            depth--;
            return "...";
        }
        try {
            return repr(value, info.kind);
        } finally {
            depth--;
        }
    }

    private String repr(Object value, Kind kind) {
        return switch (kind) {
            case STR, SAFE, LAZY -> quote(value.toString());
            case DECIMAL -> "Decimal('" + value + "')";
            case LIST, ARRAY -> join("[", values.iterate(value), "]");
            case TUPLE -> tuple(Values.tuple(value));
            case MAP -> map((Map<?, ?>) value);
            case SET -> ((java.util.Collection<?>) value).isEmpty() ? "set()" : join("{", values.iterate(value), "}");
            case BYTES -> bytes((byte[]) value);
            case OPTIONAL -> repr(Values.unwrap(value));
            case DATE -> date((LocalDate) value);
            case DATETIME -> moment(value);
            case TIME ->
                "datetime.time(" + clock(value instanceof OffsetTime t ? t.toLocalTime() : (LocalTime) value) + ")";
            case DURATION -> delta((Duration) value);
            case UUID -> "UUID('" + value + "')";
            case ZONE -> value instanceof ZoneOffset o ? offset(o) : "zoneinfo.ZoneInfo(key='" + value + "')";
            case ITERABLE ->
                value instanceof DictView view
                        ? "dict_" + view.part() + "(" + join("[", view.iterator(), "]") + ")"
                        : value.toString();
            case FUNCTION, OTHER_FUNCTION -> "<function>";
            case ONCE -> "<generator>";
            default -> text(value).toString();
        };
    }

    private String join(String open, Iterator<?> items, String close) {
        StringBuilder out = new StringBuilder(open);
        while (items.hasNext()) {
            if (out.length() > 1) {
                out.append(", ");
            }
            out.append(repr(items.next()));
        }
        return out.append(close).toString();
    }

    private String tuple(List<?> items) {
        if (items instanceof Tuple t && t.type() != null) {
            StringBuilder out = new StringBuilder(t.type()).append('(');
            for (int i = 0; i < t.size(); i++) {
                out.append(i == 0 ? "" : ", ")
                        .append(t.names().get(i))
                        .append('=')
                        .append(repr(t.get(i)));
            }
            return out.append(')').toString();
        }
        return items.size() == 1 ? "(" + repr(items.getFirst()) + ",)" : join("(", items.iterator(), ")");
    }

    private String map(Map<?, ?> map) {
        StringBuilder out = new StringBuilder("{");
        for (Map.Entry<?, ?> e : map.entrySet()) {
            if (out.length() > 1) {
                out.append(", ");
            }
            out.append(repr(e.getKey())).append(": ").append(repr(e.getValue()));
        }
        return out.append('}').toString();
    }

    private static String date(LocalDate d) {
        return "datetime.date(" + d.getYear() + ", " + d.getMonthValue() + ", " + d.getDayOfMonth() + ")";
    }

    private String moment(Object value) {
        LocalDateTime t = value instanceof LocalDateTime naive
                ? naive
                : Times.aware(value).toLocalDateTime();
        String zone = value instanceof LocalDateTime
                ? ""
                : ", tzinfo=" + repr(Times.aware(value).getZone());
        return "datetime.datetime(" + t.getYear() + ", " + t.getMonthValue() + ", " + t.getDayOfMonth() + ", "
                + clock(t.toLocalTime()) + zone + ")";
    }

    private static String clock(LocalTime t) {
        int micros = t.getNano() / 1000;
        String out = t.getHour() + ", " + t.getMinute();
        if (t.getSecond() != 0 || micros != 0) {
            out += ", " + t.getSecond();
        }
        return micros == 0 ? out : out + ", " + micros;
    }

    private static String offset(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return seconds == 0 ? "datetime.timezone.utc" : "datetime.timezone(" + delta(Duration.ofSeconds(seconds)) + ")";
    }

    private static String delta(Duration d) {
        long days = Math.floorDiv(d.toSeconds(), 86_400);
        long seconds = Math.floorMod(d.toSeconds(), 86_400);
        int micros = d.toNanosPart() / 1000;
        StringBuilder out = new StringBuilder();
        if (days != 0) {
            out.append("days=").append(days);
        }
        if (seconds != 0) {
            out.append(out.isEmpty() ? "" : ", ").append("seconds=").append(seconds);
        }
        if (micros != 0) {
            out.append(out.isEmpty() ? "" : ", ").append("microseconds=").append(micros);
        }
        return "datetime.timedelta(" + (out.isEmpty() ? "0" : out) + ")";
    }

    private static String bytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder("b").append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 127) {
                hex(out, "\\x", c, 2);
            } else {
                character(out, c, quote);
            }
        }
        return out.append(quote).toString();
    }

    /** A quoted text, with the escapes Python prints. */
    static String quote(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            character(out, c, quote);
        }
        return out.append(quote).toString();
    }

    private static void character(StringBuilder out, int c, char quote) {
        if (c == quote || c == '\\') {
            out.append('\\').appendCodePoint(c);
        } else if (c == '\n') {
            out.append("\\n");
        } else if (c == '\r') {
            out.append("\\r");
        } else if (c == '\t') {
            out.append("\\t");
        } else if (c < 0x20 || c == 0x7f) {
            hex(out, "\\x", c, 2);
        } else if (c < 0x7f || isPrintable(c)) {
            out.appendCodePoint(c);
        } else if (c < 0x100) {
            hex(out, "\\x", c, 2);
        } else if (c < 0x10000) {
            hex(out, "\\u", c, 4);
        } else {
            hex(out, "\\U", c, 8);
        }
    }

    private static void hex(StringBuilder out, String prefix, int c, int width) {
        String digits = Integer.toHexString(c);
        out.append(prefix).append("0".repeat(width - digits.length())).append(digits);
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
