package quintet.http;

/** What every site's middleware starts with. */
final class DefaultMiddleware {
    private DefaultMiddleware() {}

    static void addTo(MiddlewareStack stack) {
        stack.entries();
    }
}
