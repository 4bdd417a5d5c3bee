package quintet.orm;

import java.time.Duration;
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
 */
public record ConnectionOptions(
        @Nullable Isolation isolation, Duration maxAge, Duration leakAfter, List<String> initSql, String begin) {
    /** Connections live for half an hour; no leak report. */
    public static final ConnectionOptions DEFAULT =
            new ConnectionOptions(null, Duration.ofMinutes(30), Duration.ZERO, List.of(), "IMMEDIATE");

    /** Copies the list and checks the mode. */
    public ConnectionOptions {
        initSql = List.copyOf(initSql);
        if (!List.of("DEFERRED", "IMMEDIATE", "EXCLUSIVE").contains(begin)) {
            throw new IllegalArgumentException(
                    "A transaction of SQLite begins DEFERRED, IMMEDIATE or EXCLUSIVE, not '" + begin + "'.");
        }
    }
}
