package quintet.test;

import java.net.URI;

/** Addresses within the site under test. */
final class Paths {
    private Paths() {}

    /** Path and query that a reference in a page at this path leads to. */
    static String resolve(String page, String reference) {
        URI target = URI.create("http://testserver" + page).resolve(reference.isEmpty() ? page : reference);
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }
}
