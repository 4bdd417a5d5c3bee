package quintet.http;

import java.time.Instant;
import quintet.core.Site;
import quintet.http.internal.Delimited;

/** Gives responses to GET an ETag, and answers 304 when the client has the same already. */
public final class ConditionalGetMiddleware implements Middleware {
    /** For this site. */
    public ConditionalGetMiddleware(Site site) {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return conditional(request, next.handle(request));
    }

    static Response conditional(Request request, Response response) {
        if (!request.is("GET")) return response;
        Response tagged = mayBeStored(response) ? ETags.tagged(response) : response;
        String etag = tagged.header("ETag");
        String date = tagged.header("Last-Modified");
        Instant changed = date == null ? null : HttpDates.parse(date).orElse(null);
        return etag == null && changed == null ? tagged : ETags.conditional(request, etag, changed, tagged);
    }

    private static boolean mayBeStored(Response response) {
        String header = response.header("Cache-Control");
        return header == null
                || Delimited.split(header).stream().noneMatch(directive -> directive.equalsIgnoreCase("no-store"));
    }
}
