package quintet.views.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quintet.http.Attributes;
import quintet.http.Decorator;
import quintet.http.Marked;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;
import quintet.views.FormResult;
import quintet.views.MixinBehavior;

/**
 * What is found out about a view's class once: the methods it answers, its mixins and decorators.
 *
 * @param methods in upper case, in Django's order, as they stand in {@code Allow}
 */
public record ViewSetup(
        Set<String> methods, List<MixinBehavior<Object>> mixins, List<Decorator> decorators, Attributes marks) {
    /** All methods, in Django's order. */
    public static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    /** Looks at a view's class. */
    public static ViewSetup of(Class<?> base, Class<?> type, List<String> allowed, List<Decorator> decorators) {
        Set<String> methods = new LinkedHashSet<>();
        for (String method : METHODS) {
            if (allowed.contains(method) && answers(base, type, method)) {
                methods.add(method);
            }
        }
        Attributes marks = Attributes.NONE;
        for (Decorator decorator : decorators.reversed()) {
            if (decorator instanceof Marked marked) {
                marks = marks.withAll(marked.marks());
            }
        }
        return new ViewSetup(methods, Mixins.of(type), List.copyOf(decorators), marks);
    }

    private static boolean answers(Class<?> base, Class<?> type, String method) {
        return switch (method) {
            case "OPTIONS" -> true;
            case "HEAD" -> overrides(base, type, "head") || overrides(base, type, "get");
            default -> overrides(base, type, method.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean overrides(Class<?> base, Class<?> type, String name) {
        for (Class<?> c = type; c != null && c != base; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0] == Request.class) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Runs the decorators, then the view. */
    public Response decorated(Request request, Next view) throws Exception {
        return decorators.isEmpty() ? view.handle(request) : decorated(0, request, view);
    }

    private Response decorated(int at, Request request, Next view) throws Exception {
        return at == decorators.size()
                ? view.handle(request)
                : decorators.get(at).around(request, r -> decorated(at + 1, r, view));
    }

    /** Runs the mixins around dispatch, then the view. */
    public Response mixed(Object view, Request request, Next dispatch) throws Exception {
        return mixins.isEmpty() ? dispatch.handle(request) : mixed(0, view, request, dispatch);
    }

    private Response mixed(int at, Object view, Request request, Next dispatch) throws Exception {
        return at == mixins.size()
                ? dispatch.handle(request)
                : mixins.get(at).dispatch(view, request, r -> mixed(at + 1, view, r, dispatch));
    }

    /** Runs the mixins around a valid form, then the view's step. */
    public Response formValid(Object view, Request request, FormResult result, Next step) throws Exception {
        return formValid(0, view, request, result, step);
    }

    private Response formValid(int at, Object view, Request request, FormResult result, Next step) throws Exception {
        return at == mixins.size()
                ? step.handle(request)
                : mixins.get(at).formValid(view, request, result, r -> formValid(at + 1, view, r, result, step));
    }

    /** Lets the mixins add to a context; the outermost last, so that its word counts. */
    public void context(Object view, Request request, Map<String, @Nullable Object> context) {
        new ArrayList<>(mixins).reversed().forEach(mixin -> mixin.context(view, request, context));
    }
}
