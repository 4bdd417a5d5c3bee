package quintet.http;

import java.util.Locale;
import quintet.core.Site;
import quintet.http.internal.HttpConfig;

/** Forbids other sites to show this one in a frame, against clickjacking; decorators exempt single handlers. */
public final class XFrameOptionsMiddleware implements Middleware {
    /** Marks a response that may be framed. */
    static final Key<Boolean> EXEMPT = Key.of("xframe_options_exempt");

    private final String value;

    /** For this site. */
    public XFrameOptionsMiddleware(Site site) {
        value = site.service(HttpConfig.class).security().frameOptions().toUpperCase(Locale.ROOT);
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Response response = next.handle(request);
        boolean exempt = Boolean.TRUE.equals(response.get(EXEMPT));
        return exempt ? response : response.headerDefault("X-Frame-Options", value);
    }
}
