package quintet.views;

import java.util.Collection;
import quintet.http.Next;
import quintet.http.Request;
import quintet.http.Response;

/** Lets only users with certain permissions see a view. Django's {@code PermissionRequiredMixin}. */
@Mixin(PermissionRequired.Behavior.class)
public interface PermissionRequired extends AccessMixin {
    /** All that are needed, such as {@code library.change_book}. */
    Collection<String> permissionsRequired();

    /** What the mixin does. */
    final class Behavior implements MixinBehavior<PermissionRequired> {
        @Override
        public Response dispatch(PermissionRequired view, Request request, Next next) throws Exception {
            boolean may = Identity.of(request).hasPermissions(view.permissionsRequired());
            return may ? next.handle(request) : Access.refuse(view, request);
        }
    }
}
