package quintet.orm.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** The functions Django adds to SQLite, under its names: databases may have them in views, indexes and constraints. */
public final class SqliteFunctions {
    private static final int CACHED_PATTERNS = 200;
    private static final int DATE_LENGTH = 10;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private SqliteFunctions() {}

    private static String hex(UUID uuid) {
        return uuid.toString().replace("-", "");
    }

    /** A UUID of version 7: the milliseconds in front, the rest random. */
    private static UUID timeOrdered(long millis) {
        UUID random = UUID.randomUUID();
        long high = (millis << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, random.getLeastSignificantBits());
    }

    /** Adds them to a connection. */
    public static void register(Connection connection) throws SQLException {
        add(connection, "uuidv4", false, arguments -> hex(UUID.randomUUID()));
        add(connection, "uuidv7", false, arguments -> hex(timeOrdered(System.currentTimeMillis())));
        add(connection, "regexp", true, arguments -> matches(arguments[0], arguments[1]));
        add(
                connection,
                "django_date_extract",
                true,
                a -> a[1] == null ? null : (Object) (long) DateParts.extract(a[0], SqliteText.dateTime(a[1])));
        add(
                connection,
                "django_time_extract",
                true,
                a -> a[1] == null
                        ? null
                        : (Object) (long)
                                DateParts.extract(a[0], SqliteText.time(a[1]).atDate(LocalDate.EPOCH)));
        add(
                connection,
                "django_datetime_extract",
                false,
                a -> a[1] == null ? null : (Object) (long) DateParts.extract(a[0], local(a[1], a[2])));
        add(
                connection,
                "django_date_trunc",
                true,
                a -> a[1] == null
                        ? null
                        : SqliteText.write(DateParts.truncate(a[0], SqliteText.dateTime(a[1]))
                                .toLocalDate()));
        add(
                connection,
                "django_time_trunc",
                true,
                a -> a[1] == null
                        ? null
                        : SqliteText.write(
                                DateParts.truncate(a[0], SqliteText.time(a[1]).atDate(LocalDate.EPOCH))
                                        .toLocalTime()));
        add(
                connection,
                "django_datetime_trunc",
                false,
                a -> a[1] == null ? null : SqliteText.write(utc(DateParts.truncate(a[0], local(a[1], a[2])), a[2])));
        add(
                connection,
                "django_datetime_trunc_date",
                false,
                a -> a[1] == null
                        ? null
                        : SqliteText.write(
                                DateParts.truncate(a[0], local(a[1], a[2])).toLocalDate()));
        add(
                connection,
                "django_datetime_cast_date",
                false,
                a -> a[0] == null ? null : SqliteText.write(local(a[0], a[1]).toLocalDate()));
        add(
                connection,
                "django_datetime_cast_time",
                false,
                a -> a[0] == null ? null : SqliteText.write(local(a[0], a[1]).toLocalTime()));
        add(
                connection,
                "django_datetime_utc",
                false,
                a -> a[0] == null ? null : SqliteText.write(utc(SqliteText.dateTime(a[0]), a[1])));
        add(connection, "django_datetime_local", false, a -> a[0] == null ? null : SqliteText.write(local(a[0], a[1])));
        add(connection, "django_timestamp_diff", true, SqliteFunctions::difference);
        add(connection, "django_format_dtdelta", true, SqliteFunctions::shifted);
        add(
                connection,
                "bitxor",
                true,
                a -> a[0] == null || a[1] == null ? null : (Object) (Long.parseLong(a[0]) ^ Long.parseLong(a[1])));
        SqliteAddedFunctions.register(connection);
    }

    /** A function of texts; gives a text, a whole number or null. */
    private interface Body {
        @Nullable
        Object apply(@Nullable String[] arguments);
    }

    private static void add(Connection connection, String name, boolean deterministic, Body body) throws SQLException {
        Function function = new Function() {
            @Override
            protected void xFunc() throws SQLException {
                @Nullable String[] arguments = new String[args()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = value_text(i);
                }
                try {
                    answer(body.apply(arguments));
                } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeParseException e) {
                    // What is no date or time has no parts.
                    result();
                } catch (DateTimeException | IllegalArgumentException e) {
                    error(name + ": " + e.getMessage());
                }
            }

            private void answer(@Nullable Object value) throws SQLException {
                switch (value) {
                    case null -> result();
                    case Long number -> result(number.longValue());
                    default -> result(value.toString());
                }
            }
        };
        Function.create(connection, name, function, deterministic ? Function.FLAG_DETERMINISTIC : 0);
    }

    private static @Nullable Object matches(@Nullable String pattern, @Nullable String text) {
        if (pattern == null || text == null) {
            return null;
        }
        Pattern compiled = PATTERNS.get(pattern);
        if (compiled == null) {
            try {
                compiled = Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException("the regular expression is not valid: " + e.getDescription());
            }
            if (PATTERNS.size() >= CACHED_PATTERNS) {
                PATTERNS.clear();
            }
            PATTERNS.put(pattern, compiled);
        }
        return compiled.matcher(text).find() ? 1L : 0L;
    }

    private static LocalDateTime local(@Nullable String text, @Nullable String zone) {
        LocalDateTime utc = SqliteText.dateTime(String.valueOf(text));
        return zone == null || zone.equals("UTC")
                ? utc
                : utc.atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(ZoneId.of(zone))
                        .toLocalDateTime();
    }

    private static LocalDateTime utc(LocalDateTime local, @Nullable String zone) {
        return zone == null || zone.equals("UTC")
                ? local
                : LocalDateTime.ofInstant(local.atZone(ZoneId.of(zone)).toInstant(), ZoneOffset.UTC);
    }

    private static LocalDateTime moment(String text) {
        return text.length() < 10 || text.charAt(2) == ':'
                ? LocalTime.parse(text).atDate(LocalDate.EPOCH)
                : SqliteText.dateTime(text);
    }

    private static @Nullable Object difference(@Nullable String[] a) {
        return a[0] == null || a[1] == null ? null : (Object) ChronoUnit.MICROS.between(moment(a[1]), moment(a[0]));
    }

    private static @Nullable Object shifted(@Nullable String[] a) {
        if (a[1] == null || a[2] == null) {
            return null;
        }
        Duration by = Duration.of(Long.parseLong(a[2]), ChronoUnit.MICROS);
        if (a[1].length() == DATE_LENGTH) {
            // A date stays a date: what is less than a day has no effect.
            long days = Math.floorDiv(
                    "-".equals(a[0]) ? -by.toMillis() : by.toMillis(),
                    Duration.ofDays(1).toMillis());
            return SqliteText.write(SqliteText.date(a[1]).plusDays(days));
        }
        LocalDateTime start = moment(a[1]);
        return SqliteText.write("-".equals(a[0]) ? start.minus(by) : start.plus(by));
    }
}
