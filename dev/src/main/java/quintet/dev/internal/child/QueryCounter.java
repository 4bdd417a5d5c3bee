package quintet.dev.internal.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;
import quintet.orm.CaptureQueries;

/** Counts the queries of one request, and notes where in the project the same one is run again and again. */
final class QueryCounter {
    /** So many times the same statement: a loop that queries for each row, rather than chance. */
    private static final int LOOP = 4;

    private static final int SHOWN = 100;

    private static final class Repeated {
        private final AtomicInteger count = new AtomicInteger();
        private volatile @Nullable String place;
    }

    private final ClassLoader project;
    private final AtomicInteger total = new AtomicInteger();
    private final Map<String, Repeated> statements = new ConcurrentHashMap<>();

    QueryCounter(ClassLoader project) {
        this.project = project;
    }

    /** Lets the site answer and counts. */
    void count(ServerHandler site, ServerExchange exchange) throws IOException {
        CaptureQueries.<@Nullable Void, IOException>listen(this::saw, () -> {
            site.handle(exchange);
            return null;
        });
    }

    private void saw(CaptureQueries.Statement statement) {
        total.incrementAndGet();
        Repeated repeated = statements.computeIfAbsent(statement.sql(), sql -> new Repeated());
        if (repeated.count.incrementAndGet() == LOOP) {
            repeated.place = place();
        }
    }

    /** The innermost line of the project's own code. */
    private @Nullable String place() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame ->
                                project.equals(frame.getDeclaringClass().getClassLoader()))
                        .filter(frame -> frame.getFileName() != null && frame.getLineNumber() > 0)
                        .findFirst()
                        .map(frame -> frame.getDeclaringClass().getPackageName().replace('.', '/') + "/"
                                + frame.getFileName() + ":" + frame.getLineNumber())
                        .orElse(null));
    }

    /** How many queries there were. */
    int total() {
        return total.get();
    }

    /** A sentence for each query that a loop ran. */
    List<String> repeated() {
        List<String> sentences = new ArrayList<>();
        statements.forEach((sql, repeated) -> {
            if (repeated.count.get() >= LOOP) {
                String where = repeated.place == null ? "" : " at " + repeated.place;
                sentences.add(repeated.count + " times the same query" + where
                        + ": load the rows at once (selectRelated, prefetchRelated). "
                        + (sql.length() > SHOWN ? sql.substring(0, SHOWN) + " ..." : sql));
            }
        });
        return sentences;
    }
}
