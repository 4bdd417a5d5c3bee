package library;

import static quintet.http.Converter.INT;
import static quintet.http.Routes.path;

import java.util.List;
import quintet.core.App;
import quintet.http.HasRoutes;
import quintet.http.Route;
import quintet.http.Route0;
import quintet.http.Route1;

/** Books, their authors and what readers say about them. */
public final class LibraryApp extends App implements HasRoutes {
    public static final Route0 LIST = path("books/", new BookList()).name("list");
    public static final Route0 CREATE = path("books/new/", new BookCreate()).name("create");
    public static final Route1<Long> DETAIL =
            path("books/<pk>/", INT, Views::detail).name("detail");
    public static final Route1<Long> EDIT =
            path("books/<pk>/edit/", INT, new BookEdit()).name("edit");
    public static final Route1<Long> DELETE =
            path("books/<pk>/delete/", INT, new BookDelete()).name("delete");
    public static final Route0 AUTHORS = path("authors/", new AuthorList()).name("authors");
    public static final Route0 AUTHOR_CREATE =
            path("authors/new/", new AuthorCreate()).name("author_create");
    public static final Route1<Long> AUTHOR =
            path("authors/<pk>/", INT, new AuthorDetail()).name("author");
    public static final Route0 TIMELINE = path("timeline/", Views::timeline).name("timeline");

    @Override
    public List<Route> routes() {
        return List.of(LIST, CREATE, DETAIL, EDIT, DELETE, AUTHORS, AUTHOR_CREATE, AUTHOR, TIMELINE);
    }
}
