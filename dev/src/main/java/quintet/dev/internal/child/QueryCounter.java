package quintet.dev.internal.child;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import quintet.dev.internal.trace.Repeats;
import quintet.dev.internal.trace.UserCode;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;
import quintet.orm.CaptureQueries;

/** Counts the queries of one request, and notes where in the project the same one is run again and again. */
final class QueryCounter {
    private final UserCode code;
    private final AtomicInteger total = new AtomicInteger();
    private final Repeats repeats = new Repeats();

    QueryCounter(UserCode code) {
        this.code = code;
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
        repeats.saw(statement.sql(), code.here());
    }

    /** How many queries there were. */
    int total() {
        return total.get();
    }

    /** A sentence for each query that a loop ran. */
    List<String> repeated() {
        return repeats.found().stream().map(Repeats.Repeated::sentence).toList();
    }
}
