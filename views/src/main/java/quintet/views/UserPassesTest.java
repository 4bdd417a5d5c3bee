package quintet.views;

import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/** Lets only users see a view who pass a test. Django's {@code UserPassesTestMixin}. */
@Mixin(UserPassesTest.Behavior.class)
public interface UserPassesTest extends AccessMixin {
    /** Whether this user may see the view. Django's {@code test_func}. */
    boolean testUser(Request request, Identity user) throws Exception;

    /** What the mixin does. */
    final class Behavior implements MixinBehavior<UserPassesTest> {
        @Override
        public Response dispatch(UserPassesTest view, Request request, Next next) throws Exception {
            return view.testUser(request, Identity.of(request)) ? next.handle(request) : Access.refuse(view, request);
        }
    }
}
