package quintet.views;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.http.Request;
import quintet.http.Response;

/**
 * A view that answers with a template: the common ground of all generic views that show something. Django's
 * {@code TemplateResponseMixin} and {@code ContextMixin}.
 *
 * <p>Options are set on a value, {@code TemplateView.of("about.html").extraContext("year", 2026)}, which gives a changed
 * copy; or in the constructor of a subclass, {@code About() { template("about.html"); }}, which changes the view itself.
 *
 * @param <S> the kind of view, so that options can be set one after another
 */
public abstract class RenderedView<S> extends View {
    private List<String> templates = List.of();
    private @Nullable String contentType;
    private Map<String, @Nullable Object> extra = Map.of();

    /** Makes a view. */
    protected RenderedView() {}

    /** With this template; of several the first that exists. Django's {@code template_name}. */
    public S template(String... names) {
        return option(v -> v.templates = List.of(names));
    }

    /** With this content type instead of HTML. Django's {@code content_type}. */
    public S contentType(String type) {
        return option(v -> v.contentType = type);
    }

    /** With one more variable for the template. Django's {@code extra_context}. */
    public S extraContext(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(extra);
        more.put(name, value);
        return option(v -> v.extra = more);
    }

    /** Changes an option. */
    @SuppressWarnings("unchecked") // each kind of view names itself as S
    final S option(Consumer<RenderedView<S>> change) {
        return (S) this.<RenderedView<S>>changed(change);
    }

    /** This view, made. */
    @SuppressWarnings("unchecked") // each kind of view names itself as S
    final S made() {
        seal();
        return (S) this;
    }

    /** The templates to choose from, the first that exists wins. Django's {@code get_template_names}. */
    protected List<String> templateNames(Request request) {
        if (!templates.isEmpty()) {
            return templates;
        }
        List<String> usual = usualTemplates(request);
        if (usual.isEmpty()) {
            throw new ImproperlyConfigured(this + " does not know its template. Give it one: " + this
                    + ".template(\"shop/page.html\"), or override templateNames(request).");
        }
        return usual;
    }

    /** The templates by convention; none by default. */
    List<String> usualTemplates(Request request) {
        return List.of();
    }

    /**
     * Adds to or changes what the template gets. What the view itself adds, such as {@code object}, is there already.
     * Django's {@code get_context_data}.
     *
     * @param context names and values, to be changed in place
     */
    protected void context(Request request, Map<String, @Nullable Object> context) throws Exception {}

    /**
     * Answers with the template. The response is not rendered yet, so that middleware may change its context. Django's
     * {@code render_to_response}.
     */
    protected Response render(Request request, Map<String, @Nullable Object> context) throws Exception {
        Response response = TemplateContent.response(request, templateNames(request), context);
        return contentType == null ? response : response.contentType(contentType);
    }

    /** Collects the context, starting with these variables, and renders. */
    final Response page(Request request, Map<String, ? extends @Nullable Object> own) throws Exception {
        Map<String, @Nullable Object> context = new LinkedHashMap<>(own);
        context.putIfAbsent("view", this);
        context.putAll(extra);
        context(request, context);
        mixinContext(request, context);
        return render(request, context);
    }
}
