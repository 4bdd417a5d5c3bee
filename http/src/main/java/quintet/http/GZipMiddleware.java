package quintet.http;

import java.io.IOException;
import java.util.regex.Pattern;
import quintet.core.Site;
import quintet.http.internal.Gzip;

/**
 * Compresses responses for clients that accept it. A random number of bytes in the head hides the exact length, which
 * makes secrets in the page harder to guess (BREACH).
 */
public final class GZipMiddleware implements Middleware {
    private static final int SHORTEST = 200;
    private static final Pattern ACCEPTS = Pattern.compile("\\bgzip\\b");

    /** For this site. */
    public GZipMiddleware(Site site) {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return compressed(request, next.handle(request));
    }

    static Response compressed(Request request, Response response) throws IOException {
        boolean small = response.body() instanceof ResponseBody.Bytes bytes && bytes.length() < SHORTEST;
        if (small || response.headers().contains("Content-Encoding")) return response;
        Response varying = CacheControl.varying(response, "Accept-Encoding");
        String accepted = request.headers().joined("Accept-Encoding", ", ");
        if (accepted == null || !ACCEPTS.matcher(accepted).find()) return varying;
        return switch (varying.body()) {
            case ResponseBody.Bytes plain -> {
                byte[] shorter = Gzip.compress(plain.data(), plain.offset(), plain.length());
                if (shorter.length >= plain.length()) yield varying;
                yield encoded(varying, ResponseBody.of(shorter))
                        .header("Content-Length", Integer.toString(shorter.length));
            }
            case ResponseBody.File file -> encoded(varying, new ResponseBody.Stream(out -> Gzip.copy(file, out)));
            case ResponseBody.Stream stream ->
                encoded(varying, new ResponseBody.Stream(out -> Gzip.stream(stream.writer(), out)));
        };
    }

    private static Response encoded(Response response, ResponseBody body) {
        Response result = response.body(body);
        String etag = result.header("ETag");
        if (etag != null && etag.startsWith("\"")) result = result.header("ETag", "W/" + etag);
        return result.header("Content-Encoding", "gzip");
    }
}
