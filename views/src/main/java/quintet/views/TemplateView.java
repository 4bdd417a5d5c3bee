package quintet.views;

import quintet.http.Request;
import quintet.http.Response;

/**
 * Shows a template: {@code path("about/", TemplateView.of("about.html"))}. What the path captured is in the context.
 * Django's {@code TemplateView}.
 */
public class TemplateView extends RenderedView<TemplateView> {
    /** For subclasses; give the template by overriding {@link #templateNames}. */
    protected TemplateView() {}

    /** Shows this template. */
    public static TemplateView of(String template) {
        return new TemplateView().template(template).made();
    }

    @Override
    protected Response get(Request request) throws Exception {
        return page(request, kwargs(request));
    }
}
