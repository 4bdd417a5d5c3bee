package shelf;

import static quintet.http.Converter.INT;
import static quintet.http.CsrfDecorators.csrfExempt;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.App;
import quintet.http.HasRoutes;
import quintet.http.Route;

/** Books, and views that fail in all ways. */
public final class ShelfApp extends App implements HasRoutes {
    @Override
    public List<Route> routes() {
        return List.of(
                path("books/", Views::list).name("list"),
                path("books/<id>/", INT, Views::detail).name("detail"),
                path("books/<id>/edit/", INT, Views::edit).name("edit"),
                path("fail/", csrfExempt(Views::fail)).name("fail"),
                path("wrapped/", Views::wrapped),
                path("deep/", Views::deep),
                path("template/", Views::template),
                path("broken-template/", Views::brokenTemplate),
                path("no-template/", Views::noTemplate),
                path("reverse/", Views::reverse),
                path("slow-list/", Views::slowList),
                path("form/", Views::form));
    }
}
