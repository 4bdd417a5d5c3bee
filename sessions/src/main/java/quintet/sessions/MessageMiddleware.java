package quintet.sessions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.core.Site;
import quintet.http.Cookie;
import quintet.http.Middleware;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/** Gives each request its {@link Messages} and keeps what was not shown in a cookie. Added by {@link MessagesApp}. */
public final class MessageMiddleware implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.messages");

    private final MessageSettings settings;
    private final MessageCookie cookie;

    /** For a site. */
    public MessageMiddleware(Site site) {
        this.settings = site.settings().part(MessageSettings.class).orElse(MessageSettings.defaults());
        this.cookie = MessageCookie.of(site.settings());
    }

    @Override
    public Response handle(Request request, Next next) throws Exception {
        Messages messages = new Messages(settings, cookie, request.cookie(MessageCookie.NAME));
        request.set(Messages.KEY, messages);
        Response response = next.handle(request);
        MessageCookie.Stored stored = messages.update();
        if (stored == null || (stored.value().isEmpty() && request.cookie(MessageCookie.NAME) == null)) {
            return response; // a cookie that is not there need not be taken away: pages without one can be cached
        }
        if (!stored.unstored().isEmpty()) {
            LOG.warn(
                    "{} messages did not fit into the cookie and were dropped: show messages on each page",
                    stored.unstored().size());
        }
        return response.cookie(cookie(stored.value()));
    }

    private Cookie cookie(String value) {
        if (value.isEmpty()) {
            return Cookie.delete(MessageCookie.NAME)
                    .domain(settings.cookieDomain())
                    .sameSite(settings.cookieSameSite());
        }
        return Cookie.of(MessageCookie.NAME, value)
                .domain(settings.cookieDomain())
                .secure(settings.cookieSecure())
                .httpOnly(settings.cookieHttpOnly())
                .sameSite(settings.cookieSameSite());
    }
}
