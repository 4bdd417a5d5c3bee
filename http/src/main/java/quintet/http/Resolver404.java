package quintet.http;

import java.util.List;
import quintet.core.NotFound;

/** No route matches a path. */
public final class Resolver404 extends NotFound {
    private final String path;
    private final List<List<Route>> tried;

    Resolver404(String path, List<List<Route>> tried) {
        super("No route matches '" + path + "'");
        this.path = path;
        this.tried = tried;
    }

    /** What of the path was left to match. */
    public String path() {
        return path;
    }

    /** The routes tried, in order, each behind the includes that lead to it. */
    public List<List<Route>> tried() {
        return tried;
    }
}
