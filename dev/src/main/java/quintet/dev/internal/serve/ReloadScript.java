package quintet.dev.internal.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import quintet.http.Headers;
import quintet.http.ResponseBody;
import quintet.http.ServerExchange;

/** The script that refreshes an open page, and its way into HTML. */
final class ReloadScript {
    /** Where the script is served. */
    static final String PATH = "/_dev/reload.js";

    /** Where the script waits for news. */
    static final String EVENTS = "/_dev/reload";

    /**
     * Waits for another version than the page has, then loads the page again. Only while the page is seen: browsers allow
     * six connections to a server, and each open page would hold one.
     */
    private static final String SOURCE = """
            (function () {
              var mine = new URL(document.currentScript.src).searchParams.get("v");
              var source = null;
              function listen() {
                if (document.visibilityState === "hidden" || source) { return; }
                source = new EventSource("/_dev/reload");
                source.onmessage = function (event) {
                  if (event.data !== mine) { rest(); location.reload(); }
                };
              }
              function rest() {
                if (source) { source.close(); source = null; }
              }
              document.addEventListener("visibilitychange", function () {
                if (document.visibilityState === "hidden") { rest(); } else { listen(); }
              });
              window.addEventListener("pagehide", rest);
              window.addEventListener("pageshow", listen);
              listen();
            })();
            """;

    private static final byte[] END = "</body>".getBytes(StandardCharsets.US_ASCII);

    private ReloadScript() {}

    /** Answers with the script. */
    static void send(ServerExchange exchange) throws IOException {
        exchange.respond(
                200,
                Headers.of("Content-Type", "text/javascript; charset=utf-8", "Cache-Control", "no-cache"),
                ResponseBody.of(SOURCE.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The element that loads the script.
     *
     * @param nonce what the page's content security policy asks of scripts; empty for nothing
     */
    static byte[] tag(long version, String nonce) {
        String attribute = nonce.isEmpty() ? "" : " nonce=\"" + nonce + "\"";
        return ("<script src=\"" + PATH + "?v=" + version + "\" defer" + attribute + "></script>")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A page with the script before its last {@code </body>}; unchanged when it has none (a fragment). */
    static byte[] addTo(byte[] page, byte[] tag) {
        int at = lastEnd(page);
        if (at < 0) {
            return page;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + tag.length);
        out.write(page, 0, at);
        out.writeBytes(tag);
        out.write(page, at, page.length - at);
        return out.toByteArray();
    }

    private static int lastEnd(byte[] page) {
        for (int at = page.length - END.length; at >= 0; at--) {
            int i = 0;
            while (i < END.length && Character.toLowerCase(page[at + i]) == END[i]) {
                i++;
            }
            if (i == END.length) {
                return at;
            }
        }
        return -1;
    }
}
