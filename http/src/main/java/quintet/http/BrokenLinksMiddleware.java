package quintet.http;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;
import quintet.http.internal.SplitUrl;

/**
 * Writes a line to the logger {@code quintet.links} when a page of this or another site links to a page that does not exist;
 * never in debug mode. Answers to Django's BrokenLinkEmailsMiddleware: what reads the log may send mail.
 */
public final class BrokenLinksMiddleware implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.links");

    private final HttpSettings settings;

    /** For this site. */
    public BrokenLinksMiddleware(Site site) {
        HttpConfig config = site.service(HttpConfig.class);
        if (config.debug()) throw new MiddlewareNotUsed("debug mode");
        settings = config.http();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        if (response.status() == 404) report(request);
        return response;
    }

    private void report(Request request) {
        String referer = request.header("Referer");
        if (referer == null || referer.isEmpty() || isIgnorable(request, referer)) return;
        LOG.warn(
                "Broken {}link on {}: {} is linked from {}",
                isInternal(request, referer) ? "INTERNAL " : "",
                request.host(),
                ErrorResponses.line(request.fullPath()),
                ErrorResponses.line(referer));
    }

    private static boolean isInternal(Request request, String referer) {
        return hostOf(referer).equals(request.host());
    }

    private static String hostOf(String url) {
        try {
            return SplitUrl.of(url).netloc();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Nobody links to a page from itself but for trailing slashes, and robots make up referers. */
    private boolean isIgnorable(Request request, String referer) {
        String path = request.fullPath();
        boolean guessed =
                settings.appendSlash() && referer.endsWith(path.replaceAll("/+$", "")) && isInternal(request, referer);
        boolean query = !isInternal(request, referer) && referer.indexOf('?') >= 0;
        if (guessed || query || referer.equals(request.absoluteUri())) return true;
        for (Pattern pattern : settings.ignorable404s()) {
            if (pattern.matcher(path).find()) return true;
        }
        return false;
    }
}
