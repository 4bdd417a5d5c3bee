package quintet.http;

/**
 * Answers requests whose path has one value in it, given by the route's converters.
 *
 * @param <A> the type of value 1
 */
@FunctionalInterface
public interface Handler1<A> {
    /**
     * Answers one request.
     *
     * @throws Exception becomes an error response, as for {@link Handler#handle}
     */
    Response handle(Request request, A a) throws Exception;
}
