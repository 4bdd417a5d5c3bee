package quintet.views;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;
import quintet.http.ResponseBody;
import quintet.templates.Context;
import quintet.templates.Engine;
import quintet.templates.Output;
import quintet.templates.Template;
import quintet.templates.TemplateDoesNotExist;

/**
 * A template engine beside the site's own, perhaps with another syntax: {@code render(request, "page.mustache", values)}
 * asks it for names that the site's own engine does not know. Registered with {@link TemplateSettings#backend}. Answers
 * to Django's template backends, Jinja2 for one.
 *
 * <pre>{@code
 * TemplateSettings.defaults().backend(name -> name.endsWith(".mustache") ? mustache(name) : null)
 * }</pre>
 */
@FunctionalInterface
public interface TemplateBackend {
    /**
     * A template.
     *
     * @param name its name
     * @return null if this engine has none of that name
     */
    @Nullable
    Rendering find(String name);

    /** A template that can be rendered, again and again and by several threads. */
    @FunctionalInterface
    interface Rendering {
        /**
         * Renders.
         *
         * @param values the variables
         * @param request the request that is answered; null outside of one
         * @return the page as UTF-8; {@code ResponseBody.of(bytes)} makes one from bytes
         */
        ResponseBody render(Map<String, ? extends @Nullable Object> values, @Nullable Request request);
    }

    /**
     * Another engine of Quintet's, with its own folders, tags and settings.
     *
     * @param engine the engine
     * @return a backend
     */
    static TemplateBackend of(Engine engine) {
        return name -> {
            Template template;
            try {
                template = engine.get(name);
            } catch (TemplateDoesNotExist e) {
                if (!name.equals(e.name())) {
                    throw e;
                }
                return null;
            }
            return of(template);
        };
    }

    /**
     * A template of an engine of Quintet's. Its pages are sent from the buffer they were written into, without a copy.
     *
     * @param template the template
     * @return what renders it
     */
    static Rendering of(Template template) {
        return (values, request) -> {
            Output page = template.output(Context.of(values, request));
            return new ResponseBody.Bytes(page.array(), 0, page.size());
        };
    }
}
