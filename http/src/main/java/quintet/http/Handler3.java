package quintet.http;

/**
 * Answers requests whose path has three values in it, given by the route's converters.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 */
@FunctionalInterface
public interface Handler3<A, B, C> {
    /**
     * Answers one request.
     *
     * @throws Exception becomes an error response, as for {@link Handler#handle}
     */
    Response handle(Request request, A a, B b, C c) throws Exception;
}
