package quintet.http.internal.server;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import quintet.http.Headers;
import quintet.http.ResponseBody;

/** What the server itself says: short plain texts without any detail. */
final class Texts {
    private static final int LONGEST = 300;

    private Texts() {}

    static byte[] page(int status) {
        return (status + " " + HttpStatus.getMessage(status) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static ResponseBody body(int status) {
        return ResponseBody.of(page(status));
    }

    static Headers headers(boolean close) {
        Headers headers = Headers.of("Content-Type", "text/plain; charset=utf-8");
        return close ? headers.add("Connection", "close") : headers;
    }

    /** Text of a peer made safe for one line of a log. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            out.append(c < ' ' || c == 0x7f || Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return out.toString();
    }
}
