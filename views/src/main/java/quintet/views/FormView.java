package quintet.views;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.core.ImproperlyConfigured;
import quintet.forms.Form;
import quintet.forms.FormSpec;
import quintet.http.Request;
import quintet.http.Response;
import quintet.http.Route0;
import quintet.views.internal.SuccessUrl;

/**
 * Shows a form, and does something when it is sent without errors:
 *
 * <pre>{@code
 * FormView.of(CONTACT, "contact.html").onValid((request, contact) -> mail(contact)).successUrl("/thanks/")
 * }</pre>
 *
 * <p>The template has {@code form}. Django's {@code FormView}.
 *
 * @param <T> what the form makes
 */
public class FormView<T> extends RenderedView<FormView<T>> {
    private @Nullable FormSpec<T> form;
    private @Nullable SuccessUrl successUrl;
    private @Nullable BiConsumer<? super Request, ? super T> onValid;

    /** For subclasses, which give the form by {@link #form(FormSpec)} or by overriding {@link #form(Request)}. */
    protected FormView() {}

    /** Shows this form with this template. */
    public static <T> FormView<T> of(FormSpec<T> form, String template) {
        return new FormView<T>().form(form).template(template).made();
    }

    /** With this form. Django's {@code form_class}. */
    public FormView<T> form(FormSpec<T> spec) {
        return formOption(v -> v.form = spec);
    }

    /** Goes to this URL when the form is right; {@code {name}} stands for a value of the form. */
    public FormView<T> successUrl(String url) {
        return formOption(v -> v.successUrl = SuccessUrl.pattern(url));
    }

    /** Goes to this route when the form is right. */
    public FormView<T> successUrl(Route0 route) {
        return formOption(v -> v.successUrl = result -> route.url());
    }

    /** Goes to the URL this function makes when the form is right. */
    public FormView<T> successUrl(Function<? super T, String> url) {
        return formOption(v -> v.successUrl = SuccessUrl.<T>of(url));
    }

    /** Does this when the form is right, before going on. */
    public FormView<T> onValid(BiConsumer<? super Request, ? super T> action) {
        return formOption(v -> v.onValid = action);
    }

    private FormView<T> formOption(Consumer<FormView<T>> change) {
        return option(v -> change.accept((FormView<T>) v));
    }

    /** The form of a request, with its initial values. Django's {@code get_form_class} and {@code get_initial}. */
    protected FormSpec<T> form(Request request) throws Exception {
        if (form == null) {
            throw new ImproperlyConfigured(this + " does not know its form. Give it one: FormView.of(CONTACT,"
                    + " \"contact.html\"), form(CONTACT) in its constructor, or override form(request).");
        }
        return form;
    }

    /** Acts on a form without errors; by default runs {@link #onValid} and goes to the success URL. */
    protected Response formValid(Request request, T data, Form.Valid<T> form) throws Exception {
        if (onValid != null) {
            onValid.accept(request, data);
        }
        return Response.redirect(successUrl(request, new FormResult(Objects.requireNonNull(data), form.cleanedData())));
    }

    /** Shows a form with its errors. */
    protected Response formInvalid(Request request, Form<T> form) throws Exception {
        return page(request, Map.of("form", form));
    }

    /** Where to go when the form was right. Django's {@code get_success_url}. */
    protected String successUrl(Request request, FormResult result) {
        String url = SuccessUrl.orNull(successUrl, result);
        if (url == null) {
            throw new ImproperlyConfigured("No URL to redirect to. Provide a success_url: " + this
                    + ".successUrl(\"/thanks/\"), or override successUrl(request, result).");
        }
        return url;
    }

    @Override
    protected Response get(Request request) throws Exception {
        return page(request, Map.of("form", form(request).unbound()));
    }

    @Override
    protected Response post(Request request) throws Exception {
        Form<T> read = form(request).read(request);
        if (!(read instanceof Form.Valid<T> valid)) {
            return formInvalid(request, read);
        }
        T data = valid.data();
        FormResult result = new FormResult(Objects.requireNonNull(data), valid.cleanedData());
        return aroundFormValid(request, result, r -> formValid(r, data, valid));
    }

    @Override
    protected Response put(Request request) throws Exception {
        return post(request);
    }
}
