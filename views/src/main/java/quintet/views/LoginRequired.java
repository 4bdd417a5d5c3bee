package quintet.views;

import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/** Lets only logged-in users see a view. Django's {@code LoginRequiredMixin}. */
@Mixin(LoginRequired.Behavior.class)
public interface LoginRequired extends AccessMixin {
    /** What the mixin does. */
    final class Behavior implements MixinBehavior<LoginRequired> {
        @Override
        public Response dispatch(LoginRequired view, Request request, Next next) throws Exception {
            return Identity.of(request).isAuthenticated() ? next.handle(request) : Access.refuse(view, request);
        }
    }
}
