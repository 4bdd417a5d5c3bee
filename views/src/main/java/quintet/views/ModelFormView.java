package quintet.views;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route0;
import quintet.orm.KeyedModel;
import quintet.views.internal.SuccessUrl;

/**
 * A view that saves an object by a form: the common ground of {@link CreateView} and {@link UpdateView}. Django's
 * {@code ModelFormMixin}.
 *
 * @param <M> the model
 * @param <S> the kind of view
 */
public abstract class ModelFormView<M extends KeyedModel<?>, S> extends ObjectView<M, S> {
    private @Nullable FormSpec<M> form;
    private @Nullable SuccessUrl successUrl;

    ModelFormView() {}

    /** With this form. Django's {@code form_class} and {@code fields}. */
    public S form(FormSpec<M> spec) {
        return formOption(v -> v.form = spec);
    }

    /** Goes to this URL after saving; {@code {id}} stands for a field of the object. */
    public S successUrl(String url) {
        return formOption(v -> v.successUrl = SuccessUrl.pattern(url));
    }

    /** Goes to this route after saving. */
    public S successUrl(Route0 route) {
        return formOption(v -> v.successUrl = result -> route.url());
    }

    /** Goes to the URL this function makes after saving. */
    public S successUrl(Function<? super M, String> url) {
        return formOption(v -> v.successUrl = SuccessUrl.<M>of(url));
    }

    @SuppressWarnings("unchecked") // option() gives this class's own kind
    final S formOption(Consumer<ModelFormView<M, S>> change) {
        return option(v -> change.accept((ModelFormView<M, S>) v));
    }

    /** The form of a request, with initial values; the object is put into it afterwards. Django's {@code get_form_class}. */
    protected FormSpec<M> form(Request request) throws Exception {
        if (form == null) {
            throw new ImproperlyConfigured(this + " does not know its form. Give it one: " + this
                    + ".of(FormSpec.of(...)), form(SPEC) in its constructor, or override form(request).");
        }
        return form;
    }

    /** Saves the object with its relations. Override it to set what the form does not, then call this. */
    protected void save(Request request, M object, Form.Valid<M> form) throws Exception {
        form.save();
    }

    /** Acts on a form without errors: saves the object and goes to the success URL. */
    protected Response formValid(Request request, M object, Form.Valid<M> form) throws Exception {
        save(request, object, form);
        return Response.redirect(successUrl(request, new FormResult(object, form.cleanedData())));
    }

    /** Shows a form with its errors. */
    protected Response formInvalid(Request request, Form<M> form) throws Exception {
        return showForm(request, form);
    }

    /** Where to go after saving: the URL given, else the object's own page. Django's {@code get_success_url}. */
    protected String successUrl(Request request, FormResult result) {
        String url = SuccessUrl.orNull(successUrl, result);
        if (url != null) {
            return url;
        }
        String own = ((KeyedModel<?>) result.object()).absoluteUrl();
        if (own.isEmpty()) {
            throw new ImproperlyConfigured("No URL to redirect to. Either provide a URL, " + this
                    + ".successUrl(\"/books/\"), or override absoluteUrl() in " + meta().objectName() + ".");
        }
        return own;
    }

    /** The object the form changes; null for a new one. */
    abstract @Nullable M formObject(Request request) throws Exception;

    private FormSpec<M> specFor(Request request) throws Exception {
        M object = formObject(request);
        return object == null ? form(request) : form(request).instance(object);
    }

    private Response showForm(Request request, Form<M> form) throws Exception {
        Map<String, @Nullable Object> context = new LinkedHashMap<>(objectContext(formObject(request)));
        context.put("form", form);
        return page(request, context);
    }

    @Override
    String templateSuffix() {
        return "_form";
    }

    @Override
    protected Response get(Request request) throws Exception {
        return showForm(request, specFor(request).unbound());
    }

    @Override
    protected Response post(Request request) throws Exception {
        Form<M> read = specFor(request).read(request);
        if (!(read instanceof Form.Valid<M> valid)) {
            return formInvalid(request, read);
        }
        M object = valid.data();
        FormResult result = new FormResult(object, valid.cleanedData());
        return aroundFormValid(request, result, r -> formValid(r, object, valid));
    }

    @Override
    protected Response put(Request request) throws Exception {
        return post(request);
    }
}
