package quintet.views;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quintet.http.AnyHandler;
import quintet.http.Attributes;
import quintet.http.Decorator;
import quintet.http.Marked;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.views.internal.ViewSetup;

/**
 * A class-based view: one method for each HTTP method, and steps that subclasses and {@link Mixin}s change. Django's
 * {@code View}.
 *
 * <pre>{@code
 * public class Greeting extends View {
 *     @Override protected Response get(Request request) { return Response.ok("Hello"); }
 * }
 *
 * path("hello/", new Greeting())
 * }</pre>
 *
 * <p>A view is one object for all requests, so it keeps nothing of a request in fields: each step gets the request. Any
 * route can lead to it; what the path captured is in {@link #kwarg}. HEAD is answered like GET, OPTIONS by the list of
 * methods, and a method without a handler by 405.
 */
public abstract class View implements AnyHandler, Marked, Cloneable {
    private static final Logger LOG = LoggerFactory.getLogger("quintet.request");

    private volatile @Nullable ViewSetup setup;
    private boolean sealed;

    /** Makes a view. */
    protected View() {}

    /** Answers GET. Override to allow it. */
    protected Response get(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /** Answers POST. Override to allow it. */
    protected Response post(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /** Answers PUT. Override to allow it. */
    protected Response put(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /** Answers PATCH. Override to allow it. */
    protected Response patch(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /** Answers DELETE. Override to allow it. */
    protected Response delete(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /** Answers HEAD; unless overridden as GET, whose body the server then leaves out. */
    protected Response head(Request request) throws Exception {
        return get(request);
    }

    /** Answers OPTIONS with the methods this view has. */
    protected Response options(Request request) throws Exception {
        return Response.of(200)
                .header("Allow", String.join(", ", setup().methods()))
                .header("Content-Length", "0");
    }

    /** Answers TRACE. Override to allow it. */
    protected Response trace(Request request) throws Exception {
        return methodNotAllowed(request);
    }

    /**
     * The methods that may be answered, in upper case; a method needs a handler as well. Django's
     * {@code http_method_names}.
     */
    protected List<String> methodNames() {
        return ViewSetup.METHODS;
    }

    /**
     * Decorators around the whole view, the outermost first, asked for once. Django's {@code method_decorator} on a
     * class.
     */
    protected List<Decorator> decorators() {
        return List.of();
    }

    /** Chooses the handler for the request's method; inside all mixins. */
    protected Response dispatch(Request request) throws Exception {
        String method = request.method();
        if (!setup().methods().contains(method)) {
            return methodNotAllowed(request);
        }
        return switch (method) {
            case "GET" -> get(request);
            case "POST" -> post(request);
            case "HEAD" -> head(request);
            case "PUT" -> put(request);
            case "PATCH" -> patch(request);
            case "DELETE" -> delete(request);
            case "OPTIONS" -> options(request);
            case "TRACE" -> trace(request);
            default -> methodNotAllowed(request);
        };
    }

    /** Answers a method without a handler: 405 with the methods there are. */
    protected Response methodNotAllowed(Request request) {
        LOG.warn("Method Not Allowed ({}): {}", request.method(), request.path());
        return Response.notAllowed(setup().methods().toArray(String[]::new));
    }

    /** Answers a request: decorators, then mixins, then {@link #dispatch}. */
    @Override
    public final Response handle(Request request) throws Exception {
        ViewSetup ready = setup();
        return ready.decorated(request, r -> ready.mixed(this, r, this::dispatch));
    }

    /** What the decorators tell middleware. */
    @Override
    public final Attributes marks() {
        return setup().marks();
    }

    /** What the path captured under this name, converted; null if it captured none. Django's {@code self.kwargs}. */
    protected final @Nullable Object kwarg(Request request, String name) {
        return request.match().value(name);
    }

    /** All that the path captured by name. */
    protected final Map<String, @Nullable Object> kwargs(Request request) {
        return request.match().kwargs();
    }

    /** Runs the mixins' part of a step, then the step. */
    final Response aroundFormValid(Request request, FormResult result, Next step) throws Exception {
        return setup().formValid(this, request, result, step);
    }

    /** Lets the mixins add to a template's context. */
    final void mixinContext(Request request, Map<String, @Nullable Object> context) {
        setup().context(this, request, context);
    }

    private ViewSetup setup() {
        ViewSetup ready = setup;
        if (ready == null) {
            sealed = true;
            ready = ViewSetup.of(View.class, getClass(), methodNames(), decorators());
            setup = ready;
        }
        return ready;
    }

    /**
     * This view with a changed option: a copy, or itself as long as it is being made, so that a subclass may set options
     * in its constructor.
     */
    @SuppressWarnings("unchecked") // a clone has the class of its original
    final <V> V changed(Consumer<? super V> change) {
        View view = this;
        if (sealed) {
            try {
                view = (View) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
            view.setup = null;
        }
        change.accept((V) view);
        return (V) view;
    }

    /** Ends the making of a view: from now on changed options give copies. */
    final void seal() {
        sealed = true;
    }

    /** The class's name, for messages. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
