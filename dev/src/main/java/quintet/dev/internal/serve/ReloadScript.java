package quintet.dev.internal.serve;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts the script that refreshes an open page into HTML. */
final class ReloadScript {
    /** Where the script is served. */
    static final String PATH = "/_dev/reload.js";

    /** Where the script waits for news. */
    static final String EVENTS = "/_dev/reload";

    /** The script: waits for the number of the current build to change, then loads the page again. */
    static final String SOURCE = """
            (function () {
              var source = new EventSource("/_dev/reload");
              var seen = null;
              source.onmessage = function (event) {
                if (seen !== null && seen !== event.data) {
                  source.close();
                  location.reload();
                }
                seen = event.data;
              };
              window.addEventListener("pagehide", function () { source.close(); });
            })();
            """;

    private static final byte[] TAG =
            ("<script src=\"" + PATH + "\" defer></script>").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</body>".getBytes(StandardCharsets.US_ASCII);

    private ReloadScript() {}

    /** The page with the script before its last {@code </body>}; unchanged when it has none (a fragment). */
    static byte[] addTo(byte[] page) {
        int at = lastEnd(page);
        if (at < 0) {
            return page;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + TAG.length);
        out.write(page, 0, at);
        out.writeBytes(TAG);
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
