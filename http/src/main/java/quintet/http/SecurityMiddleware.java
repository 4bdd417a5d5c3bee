package quintet.http;

import java.util.regex.Pattern;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;

/** Sends plain HTTP to HTTPS and adds the headers of {@link SecuritySettings}. */
public final class SecurityMiddleware implements Middleware {
    private final SecuritySettings settings;
    private final String hsts;
    private final String referrerPolicy;

    /** For this site. */
    public SecurityMiddleware(Site site) {
        settings = site.service(HttpConfig.class).security();
        hsts = "max-age=" + settings.hsts().toSeconds()
                + (settings.hstsIncludeSubdomains() ? "; includeSubDomains" : "")
                + (settings.hstsPreload() ? "; preload" : "");
        referrerPolicy = String.join(",", settings.referrerPolicy());
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        if (settings.sslRedirect() && !request.isSecure() && !isExempt(request.path())) {
            String host = settings.sslHost() == null ? request.host() : settings.sslHost();
            return secured(request, Response.redirectPermanently("https://" + host + request.fullPath()));
        }
        return secured(request, next.handle(request));
    }

    private boolean isExempt(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') start++;
        String bare = path.substring(start);
        for (Pattern pattern : settings.redirectExempt()) {
            if (pattern.matcher(bare).find()) return true;
        }
        return false;
    }

    private Response secured(Request request, Response response) {
        Response result = response;
        if (!settings.hsts().isZero() && request.isSecure()) {
            result = result.headerDefault("Strict-Transport-Security", hsts);
        }
        if (settings.contentTypeNosniff()) result = result.headerDefault("X-Content-Type-Options", "nosniff");
        if (!referrerPolicy.isEmpty()) result = result.headerDefault("Referrer-Policy", referrerPolicy);
        String opener = settings.crossOriginOpenerPolicy();
        return opener == null ? result : result.headerDefault("Cross-Origin-Opener-Policy", opener);
    }
}
