package quintet.http;

import org.jspecify.annotations.Nullable;
import quintet.core.Site;

/** Sends visitors who have not logged in to the login page, from all handlers but those marked as open to anybody. */
public final class LoginRequiredMiddleware implements Middleware {
    /** For this site. */
    public LoginRequiredMiddleware(Site site) {}

    @Override
    public Response handle(Request request, Next next) throws Exception {
        return next.handle(request);
    }

    @Override
    public @Nullable Response processView(Request request, ResolverMatch match) {
        if (Boolean.TRUE.equals(match.mark(Logins.NOT_REQUIRED))
                || Identity.of(request).isAuthenticated()) return null;
        Logins.Page page = match.mark(Logins.PAGE);
        return page == null ? Logins.redirect(request) : Logins.redirect(request, page);
    }
}
