package quintet.http;

/** An app that brings middleware, such as sessions. */
public interface HasMiddleware {
    /** Adds to or changes the site's middleware; called in the order of the apps. */
    void middleware(MiddlewareStack stack);
}
