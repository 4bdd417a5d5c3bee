package quintet.http.internal;

import java.nio.charset.StandardCharsets;
import quintet.http.BadRequest;

/**
 * The target of a request line in its parts.
 *
 * @param path the decoded path, at least a slash; bytes that are no UTF-8 stay percent-encoded
 * @param query the query as sent, without the question mark
 */
public record RequestTarget(String path, String query) {

    /**
     * Splits and decodes.
     *
     * @throws BadRequest when a percent escape is malformed or the path has a NUL in it
     */
    public static RequestTarget of(String raw) {
        int mark = raw.indexOf('?');
        String path = mark < 0 ? raw : raw.substring(0, mark);
        String query = mark < 0 ? "" : raw.substring(mark + 1);
        if (path.startsWith("http://") || path.startsWith("https://")) path = withoutOrigin(path);
        return new RequestTarget(path.isEmpty() ? "/" : decode(path), query);
    }

    private static String withoutOrigin(String url) {
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        return slash < 0 ? "/" : url.substring(slash);
    }

    private static String decode(String path) {
        if (path.indexOf('%') < 0) return path;
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            boolean valid = i + 2 < path.length()
                    && Percent.hex(path.charAt(i + 1)) >= 0
                    && Percent.hex(path.charAt(i + 2)) >= 0;
            if (!valid) throw new BadRequest("The path has a malformed percent escape");
        }
        if (path.contains("%00")) throw new BadRequest("The path has a NUL character in it");
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) >= 128) return Percent.unquote(path, StandardCharsets.UTF_8);
        }
        return Utf8.decodeRepercenting(Percent.unquoteBytes(path));
    }
}
