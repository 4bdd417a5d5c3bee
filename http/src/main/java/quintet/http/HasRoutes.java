package quintet.http;

import java.util.List;
import quintet.core.App;

/** An app that has URLs: {@code include("books/", LibraryApp.class)} mounts them. */
public interface HasRoutes {
    /** The app's routes; the first that matches wins. */
    List<Route> routes();

    /**
     * The application namespace of the routes, so that {@code library:detail} names one; the default is the app's label.
     * Empty for none.
     */
    default String routeNamespace() {
        return this instanceof App app ? app.label() : "";
    }
}
