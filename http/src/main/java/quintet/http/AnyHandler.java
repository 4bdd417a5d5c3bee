package quintet.http;

/**
 * A handler that can stand behind any route, whatever its path captures: class-based views are such. It is called with
 * the request alone and finds the captured values in {@link Request#match()}.
 */
public interface AnyHandler
        extends Handler,
                Handler1<Object>,
                Handler2<Object, Object>,
                Handler3<Object, Object, Object>,
                Handler4<Object, Object, Object, Object> {
    @Override
    default Response handle(Request request, Object a) throws Exception {
        return handle(request);
    }

    @Override
    default Response handle(Request request, Object a, Object b) throws Exception {
        return handle(request);
    }

    @Override
    default Response handle(Request request, Object a, Object b, Object c) throws Exception {
        return handle(request);
    }

    @Override
    default Response handle(Request request, Object a, Object b, Object c, Object d) throws Exception {
        return handle(request);
    }
}
