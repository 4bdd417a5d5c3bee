package quintet.http;

/** What every site's middleware starts with. */
final class DefaultMiddleware {
    private DefaultMiddleware() {}

    static void addTo(MiddlewareStack stack) {
        stack.add(SecurityMiddleware.class, SecurityMiddleware::new)
                .add(ContentSecurityPolicyMiddleware.class, ContentSecurityPolicyMiddleware::new)
                .add(CommonMiddleware.class, CommonMiddleware::new)
                .add(CsrfMiddleware.class, CsrfMiddleware::new)
                .add(XFrameOptionsMiddleware.class, XFrameOptionsMiddleware::new);
    }
}
