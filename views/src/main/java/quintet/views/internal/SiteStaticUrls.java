package quintet.views.internal;

import java.util.Collection;
import quintet.http.StaticStorage;
import quintet.templates.StaticUrls;

/** {@code {% static %}} by the site's static files. */
final class SiteStaticUrls implements StaticUrls {
    @Override
    public String staticPrefix() {
        return StaticStorage.current().prefix();
    }

    @Override
    public String mediaPrefix() {
        return "/media/";
    }

    @Override
    public Collection<String> names() {
        return StaticStorage.current().names();
    }

    @Override
    public String url(String path) {
        return StaticStorage.current().url(path);
    }
}
