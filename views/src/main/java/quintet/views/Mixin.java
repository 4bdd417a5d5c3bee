package quintet.views;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an interface a mixin for class-based views, and names the class that has its behaviour. Mixins are listed after
 * {@code implements}; the first stands outermost. As the behaviour is not a method of the interface, any number of mixins
 * goes together without conflicts. What a mixin asks of a view are methods of its interface, best with names of their own.
 *
 * <pre>{@code
 * @Mixin(StaffOnly.Behavior.class)
 * public interface StaffOnly {
 *     default String staffOnlyMessage() { return "For staff only."; }
 *
 *     final class Behavior implements MixinBehavior<StaffOnly> {
 *         @Override public Response dispatch(StaffOnly view, Request request, Next next) throws Exception {
 *             if (!Identity.of(request).isStaff()) throw new PermissionDenied(view.staffOnlyMessage());
 *             return next.handle(request);
 *         }
 *     }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mixin {
    /** The behaviour: a class with a constructor without arguments; one object serves one view. */
    Class<? extends MixinBehavior<?>> value();
}
