package quintet.http.docs.library;

import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.App;
import quintet.http.HasRoutes;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.Route1;
import quintet.http.Route2;

// region: app
public final class LibraryApp extends App implements HasRoutes {
    public static final Route0 LIST = path("books/", LibraryApp::list).name("list");
    public static final Route1<Long> DETAIL =
            path("books/<id>/", INT, LibraryApp::detail).name("detail");
    public static final Route2<String, Long> SHELF =
            path("shelves/<name>/<page>/", SLUG, INT, LibraryApp::shelf).name("shelf");

    static Response list(Request request) {
        return Response.ok("<a href='" + DETAIL.url(7L) + "'>Dubliners</a>");
    }

    static Response detail(Request request, long id) {
        return Response.ok("Book " + id);
    }

    static Response shelf(Request request, String name, long page) {
        return Response.ok("Page " + page + " of " + name);
    }

    @Override
    public List<Route> routes() {
        return List.of(LIST, DETAIL, SHELF);
    }
}
// endregion
