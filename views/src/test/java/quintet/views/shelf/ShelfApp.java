package quintet.views.shelf;

import static quintet.http.Converter.INT;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.App;
import quintet.http.HasRoutes;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.Route1;
import quintet.views.DetailView;
import quintet.views.ListView;

/** An app for tests. */
public final class ShelfApp extends App implements HasRoutes {
    /** The list. */
    public static final Route0 LIST =
            path("books/", ListView.of(Book.objects).paginateBy(2)).name("list");

    /** One book. */
    public static final Route1<Long> DETAIL =
            path("books/<id>/", INT, DetailView.of(Book.objects)).name("detail");

    @Override
    public List<Route> routes() {
        return List.of(LIST, DETAIL);
    }
}
