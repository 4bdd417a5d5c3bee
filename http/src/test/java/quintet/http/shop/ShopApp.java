package quintet.http.shop;

import static quintet.http.Converter.INT;
import static quintet.http.Converter.SLUG;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.App;
import quintet.http.HasRoutes;
import quintet.http.Response;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.Route1;
import quintet.http.Route2;

/** An app of tests. */
public final class ShopApp extends App implements HasRoutes {
    public static final Route0 LIST = path("", request -> Response.text("list")).name("list");
    public static final Route1<Long> DETAIL = path(
                    "items/<id>/", INT, (request, id) -> Response.text("item " + (id + 1)))
            .name("detail");
    public static final Route2<String, Long> PAGE = path(
                    "<kind>/page-<number>/", SLUG, INT, (request, kind, number) -> Response.text(kind + number))
            .name("page");

    @Override
    public List<Route> routes() {
        return List.of(LIST, DETAIL, PAGE);
    }
}
