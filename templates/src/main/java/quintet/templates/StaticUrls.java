package quintet.templates;

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
     * Plain prefixes, no file lookup.
     *
     * @param staticPrefix such as {@code /static/}
     * @param mediaPrefix such as {@code /media/}
     * @return URLs made by joining
     */
    static StaticUrls prefixes(String staticPrefix, String mediaPrefix) {
        return new StaticUrls() {
            @Override
            public String staticPrefix() {
                return staticPrefix;
            }

            @Override
            public String mediaPrefix() {
                return mediaPrefix;
            }

            @Override
            public String url(String path) {
                return quintet.templates.internal.text.Urls.join(
                        staticPrefix, quintet.templates.internal.text.Urls.quote(path, "/~"));
            }
        };
    }
}
