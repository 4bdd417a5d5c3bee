package quintet.views.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.http.ResolverMatch;
import quintet.http.UrlConf;
import quintet.templates.Context;
import quintet.templates.UrlReverser;

/** {@code {% url %}} by the site's routes. Two classes are called NoReverseMatch here: the router's and the template's. */
final class RouteUrls implements UrlReverser {
    @Override
    public String reverse(
            @Nullable Object name,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs,
            Context context) {
        try {
            return UrlConf.current().reverse(String.valueOf(name), args, kwargs, currentApp(context));
        } catch (quintet.http.NoReverseMatch e) {
            throw new UrlReverser.NoReverseMatch(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Collection<String> names() {
        return UrlConf.current().routes().stream()
                .map(UrlConf.Mounted::name)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    /** A route is known if asking for it without arguments fails for the arguments alone. */
    @Override
    public boolean knows(String name) {
        try {
            UrlConf.current().reverse(name, List.of(), Map.of(), null);
            return true;
        } catch (quintet.http.NoReverseMatch e) {
            String message = String.valueOf(e.getMessage());
            return !message.contains("is not a valid view function or pattern name")
                    && !message.contains("is not a registered namespace");
        }
    }

    /** Names of an app mean the mount that the page belongs to. */
    private static @Nullable String currentApp(Context context) {
        ResolverMatch match = context.request() instanceof Request request ? request.matchOrNull() : null;
        return match == null ? null : match.namespace();
    }
}
