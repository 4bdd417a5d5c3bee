package quintet.templates.internal.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.templates.Tuple;
import quintet.templates.ValueAdapter;
import quintet.templates.internal.parse.Chars;
import quintet.templates.internal.text.Texts;

/** The attributes templates read from Python's own types: {@code text.upper}, {@code date.year}. */
@SuppressWarnings("ReferenceEquality") // sentinels are compared by identity
final class BuiltinMembers {
    private static final Object MISSING = ValueAdapter.MISSING;
    private static final Object REFUSED = ValueAdapter.Call.REFUSED;
    private static final Set<String> TEXT_WITH_ARGUMENTS = Set.of(
            "center",
            "count",
            "endswith",
            "find",
            "index",
            "join",
            "ljust",
            "maketrans",
            "partition",
            "removeprefix",
            "removesuffix",
            "replace",
            "rfind",
            "rindex",
            "rjust",
            "rpartition",
            "startswith",
            "translate",
            "zfill");

    private BuiltinMembers() {}

    static @Nullable Object ofText(String s, String name) {
        return switch (name) {
            case "upper" -> Texts.upper(s);
            case "lower", "casefold" -> Texts.lower(s);
            case "title" -> Texts.title(s);
            case "capitalize" -> Texts.capitalize(s);
            case "swapcase" -> Texts.swapCase(s);
            case "strip" -> Chars.strip(s);
            case "lstrip" -> s.substring(s.length() - Chars.strip(s + "x").length() + 1);
            case "rstrip" -> Chars.strip("x" + s).substring(1);
            case "split", "rsplit" -> Chars.words(s);
            case "splitlines" -> Texts.lines(s);
            case "format", "format_map", "expandtabs" -> name.equals("format_map") ? REFUSED : s;
            case "isalpha" -> all(s, Character::isLetter);
            case "isdigit", "isdecimal", "isnumeric" -> all(s, Character::isDigit);
            case "isalnum" -> all(s, Character::isLetterOrDigit);
            case "isspace" -> all(s, Chars::isSpace);
            case "isascii" -> s.chars().allMatch(c -> c < 128);
            case "isupper" -> s.equals(Texts.upper(s)) && !s.equals(Texts.lower(s));
            case "islower" -> s.equals(Texts.lower(s)) && !s.equals(Texts.upper(s));
            case "encode" -> s.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            default -> TEXT_WITH_ARGUMENTS.contains(name) ? REFUSED : MISSING;
        };
    }

    private static boolean all(String s, java.util.function.IntPredicate test) {
        return !s.isEmpty() && s.codePoints().allMatch(test);
    }

    static @Nullable Object ofNumber(Object value, String name) {
        Number n = Numbers.asNumber(value);
        if (n == null) {
            return MISSING;
        }
        boolean whole = Numbers.isInt(n);
        return switch (name) {
            case "real", "conjugate" -> n;
            case "imag" -> n instanceof Double ? (Object) 0.0 : n instanceof BigDecimal ? BigDecimal.ZERO : (Object) 0L;
            case "numerator" -> whole ? n : MISSING;
            case "denominator" -> whole ? (Object) 1L : MISSING;
            case "bit_length" -> whole ? (Object) Numbers.big(n).abs().bitLength() : MISSING;
            case "bit_count" -> whole ? (Object) Numbers.big(n).abs().bitCount() : MISSING;
            case "is_integer" -> whole || n.doubleValue() == Math.rint(n.doubleValue());
            case "as_integer_ratio" -> whole ? Tuple.of(n, 1L) : MISSING;
            case "to_bytes", "from_bytes", "hex" -> name.equals("hex") ? MISSING : REFUSED;
            default -> MISSING;
        };
    }

    static @Nullable Object ofTime(Object value, String name) {
        return switch (value) {
            case LocalDate d -> date(d, name);
            case LocalTime t -> time(t, name, null);
            case OffsetTime t -> time(t.toLocalTime(), name, t.getOffset());
            case Duration d -> duration(d, name);
            case UUID u -> uuid(u, name);
            case ZoneId z -> name.equals("key") ? z.getId() : MISSING;
            case LocalDateTime t -> moment(t, name, null);
            default -> {
                ZonedDateTime z = Times.aware(value);
                yield moment(z.toLocalDateTime(), name, z);
            }
        };
    }

    private static @Nullable Object date(LocalDate d, String name) {
        return switch (name) {
            case "year" -> d.getYear();
            case "month" -> d.getMonthValue();
            case "day" -> d.getDayOfMonth();
            case "weekday" -> d.getDayOfWeek().getValue() - 1;
            case "isoweekday" -> d.getDayOfWeek().getValue();
            case "isoformat" -> d.toString();
            case "toordinal" -> d.toEpochDay() + 719_163;
            case "replace" -> d;
            case "strftime" -> REFUSED;
            default -> MISSING;
        };
    }

    private static @Nullable Object time(LocalTime t, String name, @Nullable ZoneId zone) {
        return switch (name) {
            case "hour" -> t.getHour();
            case "minute" -> t.getMinute();
            case "second" -> t.getSecond();
            case "microsecond" -> t.getNano() / 1000;
            case "tzinfo" -> zone;
            case "isoformat" -> DateText.isoTime("", t, zone instanceof java.time.ZoneOffset o ? o : null);
            case "strftime" -> REFUSED;
            default -> MISSING;
        };
    }

    private static @Nullable Object moment(LocalDateTime t, String name, @Nullable ZonedDateTime aware) {
        return switch (name) {
            case "date" -> t.toLocalDate();
            case "time" -> t.toLocalTime();
            case "tzinfo" -> aware == null ? null : aware.getZone();
            case "utcoffset" ->
                aware == null ? null : Duration.ofSeconds(aware.getOffset().getTotalSeconds());
            case "tzname" -> aware == null ? null : DateText.format(aware, "e", null, aware.getZone());
            case "timestamp" -> aware == null ? seconds(t.atZone(ZoneId.systemDefault())) : seconds(aware);
            case "isoformat" ->
                DateText.isoTime(t.toLocalDate() + "T", t.toLocalTime(), aware == null ? null : aware.getOffset());
            case "replace" -> aware == null ? t : aware;
            case "strftime", "astimezone" -> REFUSED;
            default -> {
                Object found = date(t.toLocalDate(), name);
                yield found == MISSING ? time(t.toLocalTime(), name, null) : found;
            }
        };
    }

    private static double seconds(ZonedDateTime t) {
        return t.toInstant().toEpochMilli() / 1000.0;
    }

    private static @Nullable Object duration(Duration d, String name) {
        return switch (name) {
            case "days" -> Math.floorDiv(d.toSeconds(), 86_400L);
            case "seconds" -> Math.floorMod(d.toSeconds(), 86_400L);
            case "microseconds" -> d.toNanosPart() / 1000;
            case "total_seconds" -> d.toSeconds() + d.toNanosPart() / 1e9;
            default -> MISSING;
        };
    }

    private static @Nullable Object uuid(UUID u, String name) {
        return switch (name) {
            case "hex" -> u.toString().replace("-", "");
            case "int" -> new BigInteger(u.toString().replace("-", ""), 16);
            case "urn" -> "urn:uuid:" + u;
            case "version" -> u.version();
            case "bytes" -> {
                byte[] all = new BigInteger(u.toString().replace("-", ""), 16).toByteArray();
                byte[] out = new byte[16];
                byte[] used = all.length > 16 ? Arrays.copyOfRange(all, 1, 17) : all;
                System.arraycopy(used, 0, out, 16 - used.length, used.length);
                yield out;
            }
            default -> MISSING;
        };
    }
}
