package quintet.http.internal.statics;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quintet.http.Headers;
import quintet.http.HttpDates;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.ResponseBody;

/** Answers for a file what the request's conditions ask for: all of it, a part, a compressed form, or that nothing changed. */
final class FileResponses {
    private FileResponses() {}

    static Response of(Request request, Content content) {
        if (!request.is("GET") && !request.is("HEAD")) return Response.notAllowed("GET", "HEAD");
        String rangeHeader = request.header("Range");
        Content.Gzip gzip = content.gzip();
        if (gzip != null && rangeHeader == null && acceptsGzip(request.header("Accept-Encoding"))) {
            if (unchanged(request, content)) return notModified(content, gzip.etag());
            Headers headers = content.headers().add("ETag", gzip.etag()).add("Content-Encoding", "gzip");
            return whole(headers, gzip.body(), gzip.body().length());
        }
        if (unchanged(request, content)) return notModified(content, content.etag());
        Headers headers = content.headers().add("ETag", content.etag());
        ByteRange range = mayRange(request, content) ? ByteRange.parse(rangeHeader, content.size()) : null;
        if (range == null) return whole(headers, content.body(), content.size());
        if (range.equals(ByteRange.UNSATISFIABLE)) {
            return Response.of(416).headers(Headers.of("Content-Range", "bytes */" + content.size()));
        }
        String place = "bytes " + range.start() + "-" + range.end() + "/" + content.size();
        return Response.of(206)
                .headers(headers.add("Content-Range", place).add("Content-Length", Long.toString(range.length())))
                .body(content.part(range));
    }

    private static Response whole(Headers headers, ResponseBody body, long size) {
        return Response.of(200)
                .headers(headers.add("Content-Length", Long.toString(size)))
                .body(body);
    }

    private static Response notModified(Content content, String etag) {
        return Response.of(304)
                .headers(content.headers().remove("Content-Type").add("ETag", etag))
                .body(ResponseBody.EMPTY);
    }

    /** If-None-Match decides where it is given, else If-Modified-Since. */
    private static boolean unchanged(Request request, Content content) {
        String tags = request.headers().joined("If-None-Match", ", ");
        if (tags != null) return matches(tags, content);
        String since = request.header("If-Modified-Since");
        Optional<Instant> moment = since == null ? Optional.empty() : HttpDates.parse(since);
        return moment.isPresent() && !content.modified().isAfter(moment.get());
    }

    private static boolean matches(String tags, Content content) {
        if (tags.trim().equals("*")) return true;
        for (String tag : tags.split(",", -1)) {
            String plain = tag.trim();
            if (plain.startsWith("W/")) plain = plain.substring(2);
            boolean packed =
                    content.gzip() != null && plain.equals(content.gzip().etag());
            if (packed || plain.equals(content.etag())) return true;
        }
        return false;
    }

    /** With If-Range, a part is only wanted of the very same content. */
    private static boolean mayRange(Request request, Content content) {
        String condition = request.header("If-Range");
        if (condition == null || condition.equals(content.etag())) return true;
        return HttpDates.parse(condition).filter(content.modified()::equals).isPresent();
    }

    /** Whether gzip is named and not refused by {@code q=0}. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) return false;
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] pieces = part.trim().split(";", -1);
            if (pieces[0].trim().equals("gzip")) {
                return pieces.length == 1 || !pieces[1].replace(" ", "").matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
