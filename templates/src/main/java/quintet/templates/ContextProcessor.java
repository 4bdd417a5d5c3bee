package quintet.templates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds variables to each render that has a request. Answers to Django's context processors. */
@FunctionalInterface
public interface ContextProcessor {
    /**
     * Makes the variables.
     *
     * @param request the request of the render
     * @return names and values
     */
    Map<String, ? extends @Nullable Object> process(Object request);
}
