package quintet.dev.internal.child;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.core.Style;
import quintet.core.Terminal;
import quintet.dev.internal.trace.UserCode;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;
import quintet.http.ServerHandler;

/** A line for each request in the terminal: {@code GET / 200 4.1 ms, 2 queries}; a query that is repeated is named. */
final class RequestLine {
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final UserCode code;
    private final Style style;
    private final boolean countsQueries;

    private RequestLine(UserCode code, Style style, boolean countsQueries) {
        this.code = code;
        this.style = style;
        this.countsQueries = countsQueries;
    }

    /** Lines for this site; a repeated query is blamed on the innermost of the project's own classes. */
    static RequestLine of(Site site) {
        boolean color = Terminal.system("").wantsColor();
        return new RequestLine(new UserCode(site), color ? Style.COLORED : Style.PLAIN, hasOrm(site.classLoader()));
    }

    private static boolean hasOrm(ClassLoader loader) {
        try {
            Class.forName("quintet.orm.CaptureQueries", false, loader);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Lets the site answer and tells of it. */
    void tell(ServerHandler site, ServerExchange exchange) throws IOException {
        long begin = System.nanoTime();
        Watched watched = new Watched(exchange);
        QueryCounter queries = countsQueries ? new QueryCounter(code) : null;
        try {
            if (queries == null) {
                site.handle(watched);
            } else {
                queries.count(site, watched);
            }
        } finally {
            System.out.println(line(watched, System.nanoTime() - begin, queries));
        }
    }

    private String line(Watched exchange, long nanos, @Nullable QueryCounter queries) {
        StringBuilder text = new StringBuilder();
        text.append(exchange.method()).append(' ').append(exchange.rawTarget()).append(' ');
        text.append(exchange.status == 0 ? "cut" : painted(exchange.status));
        text.append(String.format(Locale.ROOT, " %.1f ms", nanos / 1_000_000.0));
        if (queries != null) {
            text.append(", ").append(queries.total()).append(queries.total() == 1 ? " query" : " queries");
            for (String repeated : queries.repeated()) {
                text.append(System.lineSeparator()).append("  ").append(style.warning(repeated));
            }
        }
        return text.toString();
    }

    private String painted(int status) {
        String text = String.valueOf(status);
        if (status >= SERVER_ERROR) {
            return style.error(text);
        }
        return status >= CLIENT_ERROR ? style.warning(text) : style.success(text);
    }

    /** Remembers the status. */
    private static final class Watched extends ForwardingExchange {
        private int status;

        Watched(ServerExchange exchange) {
            super(exchange);
        }

        @Override
        public void respond(int newStatus, Headers headers, ResponseBody body) throws IOException {
            status = newStatus;
            super.respond(newStatus, headers, body);
        }
    }
}
