package quintet.views.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.NoReverseMatch;
import quintet.http.Request;
import quintet.http.ResolverMatch;
import quintet.http.UrlConf;
import quintet.templates.Context;
import quintet.templates.UrlReverser;

/** {@code {% url %}} by the site's routes. */
final class RouteUrls implements UrlReverser {
    @Override
    public String reverse(
            @Nullable Object name,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs,
            Context context) {
        try {
            return UrlConf.current().reverse(String.valueOf(name), args, kwargs, currentApp(context));
        } catch (NoReverseMatch e) {
            throw new UrlReverser.NoReverseMatch(String.valueOf(e.getMessage()), e);
        }
    }

    /** Names of an app mean the mount that the page belongs to. */
    private static @Nullable String currentApp(Context context) {
        ResolverMatch match = context.request() instanceof Request request ? request.matchOrNull() : null;
        return match == null ? null : match.namespace();
    }
}
