package quintet.templates;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import quintet.templates.internal.text.Urls;

/** Makes the URLs of static and media files for {@code {% static %}}. */
public interface StaticUrls {
    /** The prefix of static files, such as {@code /static/}. */
    String staticPrefix();

    /** The prefix of uploaded files, such as {@code /media/}. */
    String mediaPrefix();

    /**
     * The URL of a static file.
     *
     * @param path its path below the prefix
     * @return the URL, not escaped for HTML
     */
    String url(String path);

    /**
     * The paths of all static files, for checks of templates.
     *
     * @return null if they are not known
     */
    default @Nullable Collection<String> names() {
        return null;
    }

    /**
     * Plain prefixes, no file lookup. A prefix without host or leading slash is below the root.
     *
     * @param staticPrefix such as {@code /static/}
     * @param mediaPrefix such as {@code /media/}
     * @return URLs made by joining
     */
    static StaticUrls prefixes(String staticPrefix, String mediaPrefix) {
        String files = Urls.absolute(staticPrefix);
        String media = Urls.absolute(mediaPrefix);
        return new StaticUrls() {
            @Override
            public String staticPrefix() {
                return files;
            }

            @Override
            public String mediaPrefix() {
                return media;
            }

            @Override
            public String url(String path) {
                return Urls.join(files, Urls.quote(path, "/~"));
            }
        };
    }
}
