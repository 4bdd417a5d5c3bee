package quintet.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import quintet.core.PermissionDenied;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;

/**
 * Checks the Host header, refuses unwanted clients, leads to the URL with the slash at its end or the host with {@code www.},
 * and says how long responses are.
 */
public final class CommonMiddleware implements Middleware {
    /** Marks a handler whose URL is not reached by adding a slash. */
    static final Key<Boolean> NO_APPEND_SLASH = Key.of("no_append_slash");

    private static final Set<String> WITH_DATA = Set.of("DELETE", "POST", "PUT", "PATCH");

    private final HttpSettings settings;
    private final boolean debug;

    /** For this site. */
    public CommonMiddleware(Site site) {
        HttpConfig config = site.service(HttpConfig.class);
        settings = config.http();
        debug = config.debug();
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        checkClient(request);
        String host = request.host();
        if (settings.prependWww() && !host.startsWith("www.")) {
            String path = needsSlash(request) ? pathWithSlash(request) : request.fullPath();
            return measured(Response.redirectPermanently(request.scheme() + "://www." + host + path));
        }
        Response response = next.handle(request);
        if (response.status() == 404 && needsSlash(request)) {
            return measured(Response.redirectPermanently(pathWithSlash(request)));
        }
        return measured(response);
    }

    private void checkClient(Request request) {
        if (settings.disallowedUserAgents().isEmpty()) return;
        String agent = request.header("User-Agent");
        if (agent == null) return;
        for (Pattern pattern : settings.disallowedUserAgents()) {
            if (pattern.matcher(agent).find()) throw new PermissionDenied("Forbidden user agent");
        }
    }

    private boolean needsSlash(Request request) {
        String path = request.pathInfo();
        if (!settings.appendSlash() || path.endsWith("/")) return false;
        UrlConf urls = request.urls();
        if (urls.find(path).isPresent()) return false;
        Optional<ResolverMatch> match = urls.find(path + "/");
        return match.isPresent() && !Boolean.TRUE.equals(match.get().mark(NO_APPEND_SLASH));
    }

    private String pathWithSlash(Request request) {
        String path = Uris.escapeLeadingSlashes(request.fullPathWithSlash());
        if (debug && WITH_DATA.contains(request.method())) {
            throw new IllegalStateException(
                    "You called this URL via " + request.method() + ", but the URL doesn't end in a"
                            + " slash and HttpSettings.appendSlash is on. A redirect to the URL with the slash would lose the data"
                            + " sent. Change your form to point to " + request.host() + path
                            + " (note the trailing slash), or switch appendSlash off.");
        }
        return path;
    }

    private static Response measured(Response response) {
        if (!(response.body() instanceof ResponseBody.Bytes bytes)
                || response.headers().contains("Content-Length")) {
            return response;
        }
        return response.header("Content-Length", Integer.toString(bytes.length()));
    }
}
