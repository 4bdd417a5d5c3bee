package quintet.dev.internal.trace;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.pages.Shown;
import quintet.http.Key;
import quintet.http.Request;
import quintet.orm.CaptureQueries;

/**
 * What one request did. Keeps texts only, so that nothing of the request lives on. The request's thread writes; pages about
 * the last requests read what it published with the status.
 */
public final class RequestTrace implements Consumer<CaptureQueries.Statement> {
    private static final Key<RequestTrace> KEY = Key.of("quintet_dev_trace");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_KEPT = 500;
    private static final int LONGEST_VALUE = 200;

    private final UserCode code;
    private final long number;
    private final String method;
    private final String path;
    private final String query;
    private final String at;
    private final long begin = System.nanoTime();
    private final List<RanQuery> queries = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong queryNanos = new AtomicLong();
    private volatile int status;
    private volatile long nanos;
    private volatile @Nullable String failure;

    RequestTrace(UserCode code, long number, Request request) {
        this.code = code;
        this.number = number;
        this.method = request.method();
        this.path = request.path();
        this.query = Shown.query(request.rawQuery());
        this.at = LocalTime.now(ZoneId.systemDefault()).format(CLOCK);
        request.set(KEY, this);
    }

    /** What a request did so far; null if nobody watched it. */
    public static @Nullable RequestTrace of(Request request) {
        return request.get(KEY);
    }

    @Override
    public void accept(CaptureQueries.Statement statement) {
        int now = count.incrementAndGet();
        queryNanos.addAndGet(statement.nanos());
        if (queries.size() < MOST_KEPT) {
            List<String> values =
                    statement.parameters().stream().map(RequestTrace::text).toList();
            queries.add(
                    new RanQuery(now, statement.database(), statement.sql(), values, statement.nanos(), code.here()));
        }
    }

    private static String text(@Nullable Object value) {
        String text = switch (value) {
            case null -> "NULL";
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            case byte[] bytes -> bytes.length + " bytes";
            default -> "'" + value + "'";
        };
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Notes why it failed. */
    public void failed(String why) {
        failure = why;
    }

    /** Notes that it was answered. */
    public void end(int answered) {
        nanos = System.nanoTime() - begin;
        status = answered;
    }

    /** Its number since the site was opened, from 1. */
    public long number() {
        return number;
    }

    /** The method. */
    public String method() {
        return method;
    }

    /** The decoded path. */
    public String path() {
        return path;
    }

    /** The query string; empty if none. */
    public String query() {
        return query;
    }

    /** When it came. */
    public String at() {
        return at;
    }

    /** The status; 0 as long as it is not answered. */
    public int status() {
        return status;
    }

    /** How long it took, in milliseconds. */
    public String ms() {
        return Numbers.millis(status == 0 ? System.nanoTime() - begin : nanos);
    }

    /** How long its statements took, in milliseconds. */
    public String queryMs() {
        return Numbers.millis(queryNanos.get());
    }

    /** How many statements it ran. */
    public int count() {
        return count.get();
    }

    /** The exception behind a 500; null if there was none. */
    public @Nullable String failure() {
        return failure;
    }

    /** Its statements, marked; the first 500 of them. */
    public QueryReport queries() {
        return QueryReport.of(List.copyOf(queries), count.get());
    }

    /** One line for the terminal: {@code GET / 200 4.1 ms, 2 queries}. */
    public String line() {
        StringBuilder line = new StringBuilder(oneLine(method + " " + path)).append(' ');
        line.append(status() == 0 ? "failed" : status()).append(' ');
        line.append(ms()).append(" ms, ").append(Numbers.count(count(), "query", "queries"));
        if (count() >= Repeats.LEAST) {
            for (Repeats.Repeated repeated : queries().repeated()) {
                line.append("\n  ").append(oneLine(repeated.sentence()));
            }
        }
        return line.toString();
    }

    /** What a client sent must not write lines of its own into the log. */
    private static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c));
        return out.toString();
    }
}
