package quintet.dev.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.dev.internal.child.ChildMain;
import quintet.dev.internal.pages.DevErrorViews;
import quintet.dev.internal.pages.Renderer;
import quintet.dev.internal.panel.Panel;
import quintet.dev.internal.trace.RecentRequests;
import quintet.dev.internal.trace.RequestTrace;
import quintet.http.DebugPages;
import quintet.http.ErrorViews;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.StaticFiles;
import quintet.orm.CaptureQueries;

/** The pages of one site for its developers. */
public final class DevPages implements DebugPages {
    /** Below this path the developer's own pages are. */
    public static final String PREFIX = "/_dev/";

    private static final Logger LOG = LoggerFactory.getLogger("quintet.dev.request");

    /** Whether this is the child of a development server, which writes the lines of requests itself. */
    private static final boolean SUPERVISED = System.getenv(ChildMain.TOKEN) != null;

    private final RecentRequests recent;
    private final Renderer renderer;
    private final Panel panel;
    private final String staticPrefix;

    /** The pages of this site. */
    public DevPages(Site site) {
        recent = new RecentRequests(site);
        renderer = new Renderer(site);
        panel = new Panel(site, renderer, recent);
        staticPrefix = site.settings()
                .part(StaticFiles.class)
                .orElse(StaticFiles.defaults())
                .url();
    }

    @Override
    public Response around(Request request, Next next) throws Exception {
        if (request.pathInfo().startsWith(PREFIX)) {
            return panel.handle(request);
        }
        RequestTrace trace = recent.begin(request);
        Response response = CaptureQueries.listen(trace, () -> next.handle(request));
        trace.end(response.status());
        if (isFile(request, response)) {
            recent.forget(trace);
        } else if (!SUPERVISED) {
            LOG.info("{}", trace.line());
        }
        return response;
    }

    /** Whether it is one of the many requests that nobody wants to read about: a static file that was found, an icon that was not. */
    private boolean isFile(Request request, Response response) {
        boolean isStatic = staticPrefix.startsWith("/") && request.pathInfo().startsWith(staticPrefix);
        return isStatic && response.status() < 400 || request.pathInfo().equals("/favicon.ico");
    }

    @Override
    public ErrorViews errorViews(ErrorViews usual) {
        return new DevErrorViews(renderer, usual);
    }
}
