package quintet.views;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/**
 * What a {@link Mixin} does around the steps of a view. Each method's default does nothing. Keeps no state of requests:
 * one object serves all of them at once.
 *
 * @param <V> the mixin's interface, through which the view is seen
 */
public interface MixinBehavior<V> {
    /**
     * Stands around the whole view, before the handler of the method is chosen.
     *
     * @param view the view
     * @param next the inner mixins, then the view
     */
    default Response dispatch(V view, Request request, Next next) throws Exception {
        return next.handle(request);
    }

    /**
     * Adds to or changes what the template gets; called after the view's own hook.
     *
     * @param context names and values, to be changed in place
     */
    default void context(V view, Request request, Map<String, @Nullable Object> context) {}

    /**
     * Stands around what a view does with a form without errors, or with a confirmed deletion.
     *
     * @param result what came of the form
     * @param next the inner mixins, then the view
     */
    default Response formValid(V view, Request request, FormResult result, Next next) throws Exception {
        return next.handle(request);
    }
}
