package quintet.dev.internal.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** Sends pages of the supervisor's own. */
final class Pages {
    private static final int BROKEN = 500;

    private Pages() {}

    /** Why there is no other answer: a page for browsers, plain text for everyone else. */
    static void send(ServerExchange exchange, Problem problem, long version) throws IOException {
        boolean browser = exchange.headers().get("Accept", "").contains("text/html");
        byte[] body = browser
                ? ReloadScript.addTo(problem.html().getBytes(StandardCharsets.UTF_8), ReloadScript.tag(version, ""))
                : (problem.text() + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.respond(
                BROKEN,
                Headers.of(
                        "Content-Type",
                        browser ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
                        "Cache-Control",
                        "no-store"),
                ResponseBody.of(body));
    }
}
