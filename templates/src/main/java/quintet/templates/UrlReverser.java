package quintet.templates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the URL of a named route for {@code {% url %}}. */
@FunctionalInterface
public interface UrlReverser {
    /**
     * The URL of a route.
     *
     * @param name the route's name, with namespaces; what the tag's first argument gave (mostly a string)
     * @param args positional arguments
     * @param kwargs named arguments
     * @param context the render, for its request and the current application
     * @return the URL, not escaped for HTML
     * @throws NoReverseMatch if no route fits
     */
    String reverse(
            @Nullable Object name,
            List<? extends @Nullable Object> args,
            Map<String, ? extends @Nullable Object> kwargs,
            Context context);

    /**
     * The names of all routes, for checks of templates.
     *
     * @return null if they are not known
     */
    default @Nullable Collection<String> names() {
        return null;
    }

    /**
     * Whether there is a route of this name, whatever arguments it takes; for checks of templates.
     *
     * @param name the name, with namespaces
     * @return true where routes are not known
     */
    default boolean knows(String name) {
        Collection<String> all = names();
        return all == null || all.contains(name);
    }

    /** No route fits; {@code {% url ... as var %}} swallows it. */
    class NoReverseMatch extends TemplateException {
        private static final long serialVersionUID = 1L;

        /**
         * An error.
         *
         * @param message which route was asked for and what was tried
         * @param cause the router's own error, or null
         */
        public NoReverseMatch(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
