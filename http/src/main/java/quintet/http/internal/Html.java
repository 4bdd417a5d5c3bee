package quintet.http.internal;

/** Text in pages. */
public final class Html {
    private Html() {}

    /** Makes text safe in HTML. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
