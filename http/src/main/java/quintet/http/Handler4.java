package quintet.http;

/**
 * Answers requests whose path has four values in it, given by the route's converters.
 *
 * @param <A> the type of value 1
 * @param <B> the type of value 2
 * @param <C> the type of value 3
 * @param <D> the type of value 4
 */
@FunctionalInterface
public interface Handler4<A, B, C, D> {
    /**
     * Answers one request.
     *
     * @throws Exception becomes an error response, as for {@link Handler#handle}
     */
    Response handle(Request request, A a, B b, C c, D d) throws Exception;
}
