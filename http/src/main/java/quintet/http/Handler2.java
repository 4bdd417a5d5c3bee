package quintet.http;

/**
 * Answers requests whose path has two values in it, given by the route's converters.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 */
@FunctionalInterface
public interface Handler2<A, B> {
    /**
     * Answers one request.
     *
     * @throws Exception becomes an error response, as for {@link Handler#handle}
     */
    Response handle(Request request, A a, B b) throws Exception;
}
