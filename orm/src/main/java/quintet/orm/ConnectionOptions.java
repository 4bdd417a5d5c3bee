package quintet.orm;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections of a database are opened and kept. Immutable; part of {@link Database}.
 *
 * @param isolation the isolation of transactions that name none; null: the kind's default
 * @param maxAge how long a connection is used before a new one takes its place; SQLite's stay
 * @param leakAfter how long a connection may be out before the log says who has it; zero: never
 * @param initSql statements that each new connection starts with (Django's {@code init_command})
 * @param begin SQLite: how transactions begin: {@code DEFERRED}, {@code IMMEDIATE} or {@code EXCLUSIVE} (Django's
 *     {@code transaction_mode})
 * @param zone SQLite, MariaDB and MySQL: the zone in whose local time columns hold moments (Django's {@code TIME_ZONE} of a
 *     database); UTC unless other programs wrote them otherwise
 * @param minIdle how many connections stay open while nobody needs them (a pool's {@code min_size})
 * @param maxIdle how long a connection above that number may be idle (a pool's {@code max_idle})
 */
public record ConnectionOptions(
        @Nullable Isolation isolation,
        Duration maxAge,
        Duration leakAfter,
        List<String> initSql,
        String begin,
        ZoneId zone,
        int minIdle,
        Duration maxIdle) {
    /** Connections live for half an hour; no leak report. */
    public static final ConnectionOptions DEFAULT = new ConnectionOptions(
            null,
            Duration.ofMinutes(30),
            Duration.ZERO,
            List.of(),
            "IMMEDIATE",
            ZoneOffset.UTC,
            0,
            Duration.ofMinutes(10));

    /** Copies the list and checks the mode. */
    public ConnectionOptions {
        initSql = List.copyOf(initSql);
        if (!List.of("DEFERRED", "IMMEDIATE", "EXCLUSIVE").contains(begin)) {
            throw new IllegalArgumentException(
                    "A transaction of SQLite begins DEFERRED, IMMEDIATE or EXCLUSIVE, not '" + begin + "'.");
        }
    }
}
