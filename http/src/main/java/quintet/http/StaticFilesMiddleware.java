package quintet.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import quintet.core.Site;
import quintet.http.internal.statics.StaticIndex;
import quintet.http.internal.statics.StaticServer;

/**
 * Serves static files below {@link StaticFiles#url()} with types, entity tags, ranges and, outside debug mode, from memory and
 * compressed; hashed names may be kept for ever. {@link StaticFilesApp} adds it. It is what {@code runserver} and WhiteNoise do
 * for Django. Names that are not found go on to the site's routes.
 */
public final class StaticFilesMiddleware implements Middleware {
    private final String prefix;
    private final StaticServer server;

    /** For a site that has {@link StaticFilesApp} or not: the files are found either way. */
    public StaticFilesMiddleware(Site site) {
        StaticIndex index = site.service(StaticIndex.class);
        if (!index.settings().serve())
            throw new MiddlewareNotUsed("StaticFiles.serve(false): another server serves static files");
        String url = index.settings().url();
        prefix = url.startsWith("/") && !url.startsWith("//")
                ? url
                : URI.create(url).getPath();
        server = new StaticServer(index);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        String path = request.pathInfo();
        if (path.startsWith(prefix)) {
            @Nullable Response response = server.serve(request, path.substring(prefix.length()));
            if (response != null) return response;
        }
        return next.handle(request);
    }
}
