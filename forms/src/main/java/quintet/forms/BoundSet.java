package quintet.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.forms.internal.JavaRenderer;
import quintet.templates.HtmlValue;
import quintet.templates.SafeString;

/**
 * The forms of a set tied to names and values, with the hidden fields that count them (Django's {@code BaseFormSet}).
 *
 * @param <T> what each form makes
 */
public final class BoundSet<T> implements HtmlValue, Iterable<Form<T>> {
    private final FormSetSpec<T> spec;
    private final boolean bound;
    private final Form<Cleaned> management;
    private final int initialCount;
    private final int totalCount;
    private final List<Form<T>> forms = new ArrayList<>();
    private final List<FieldError> setErrors = new ArrayList<>();

    BoundSet(FormSetSpec<T> spec, @Nullable FormData data) {
        this.spec = spec;
        this.bound = data != null;
        FormSpec<Cleaned> counts = spec.management(spec.plannedForms(), spec.initialCount());
        this.management = data == null ? counts.unbound() : counts.read(data);
        boolean counted = management instanceof Form.Valid<Cleaned>;
        this.initialCount = data == null ? spec.initialCount() : counted ? count("INITIAL_FORMS") : 0;
        this.totalCount = data == null
                ? spec.plannedForms()
                : counted ? Math.min(count("TOTAL_FORMS"), spec.absoluteMaxForms()) : 0;
        for (int i = 0; i < totalCount; i++) {
            FormSpec<T> form = spec.formAt(i, initialCount);
            forms.add(data == null ? form.unbound() : form.read(data));
        }
        if (bound) {
            checkSet(counted);
        }
    }

    private int count(String name) {
        Number number = (Number) management.raw().cleaned().get(name);
        return number == null ? 0 : Math.clamp(number.longValue(), 0, Integer.MAX_VALUE);
    }

    private void checkSet(boolean counted) {
        if (!counted) {
            List<String> missing = management.raw().errors().fields().stream()
                    .map(management.raw()::addPrefix)
                    .toList();
            setErrors.add(new FieldError(
                    "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. You may"
                            + " need to file a bug report if the issue persists.",
                    "missing_management_form", Widgets.attrs("field_names", String.join(", ", missing))));
            return;
        }
        int deleted = (int) forms.stream().filter(this::isDeleted).count();
        int empty = 0;
        for (int i = initialCount; i < forms.size(); i++) {
            empty += forms.get(i).raw().hasChanged() ? 0 : 1;
        }
        int max = spec.maxForms();
        if ((spec.validatesMax() && totalCount - deleted > max) || count("TOTAL_FORMS") > spec.absoluteMaxForms()) {
            setErrors.add(new FieldError(
                    "Please submit at most " + max + " form" + (max == 1 ? "." : "s."), "too_many_forms"));
        }
        int min = spec.minForms();
        if (spec.validatesMin() && totalCount - deleted - empty < min) {
            setErrors.add(new FieldError(
                    "Please submit at least " + min + " form" + (min == 1 ? "." : "s."), "too_few_forms"));
        }
    }

    private boolean isDeleted(Form<T> form) {
        return spec.allowsDelete() && Boolean.TRUE.equals(form.raw().cleaned().get("DELETE"));
    }

    boolean isValid() {
        return bound
                && setErrors.isEmpty()
                && forms.stream().allMatch(form -> isDeleted(form) || !(form instanceof Form.Invalid<T>));
    }

    private boolean isFilled(int index) {
        Form<T> form = forms.get(index);
        return (index < initialCount || form.raw().hasChanged()) && !isDeleted(form);
    }

    List<T> values() {
        List<T> values = new ArrayList<>();
        for (Form<T> form : spec.allowsOrder() ? orderedForms() : filledForms()) {
            if (form instanceof Form.Valid<T> valid) {
                values.add(valid.data());
            }
        }
        return List.copyOf(values);
    }

    private List<Form<T>> filledForms() {
        List<Form<T>> filled = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            if (isFilled(i)) {
                filled.add(forms.get(i));
            }
        }
        return filled;
    }

    /** Whether something was sent. */
    public boolean isBound() {
        return bound;
    }

    /** The forms, in the order of the page. */
    public List<Form<T>> forms() {
        return List.copyOf(forms);
    }

    /** The forms of things that were there before. */
    public List<Form<T>> initialForms() {
        return List.copyOf(forms.subList(0, Math.min(initialCount, forms.size())));
    }

    /** The forms for new things. */
    public List<Form<T>> extraForms() {
        return List.copyOf(forms.subList(Math.min(initialCount, forms.size()), forms.size()));
    }

    /** The filled forms by their ORDER; those without stand last. */
    public List<Form<T>> orderedForms() {
        List<Form<T>> ordered = filledForms();
        ordered.sort(Comparator.comparing(
                form -> form.raw().cleaned().as("ORDER", Long.class), Comparator.nullsLast(Comparator.naturalOrder())));
        return ordered;
    }

    /** The forms whose DELETE box is ticked. */
    public List<Form<T>> deletedForms() {
        List<Form<T>> deleted = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            boolean untouched = i >= initialCount && !forms.get(i).raw().hasChanged();
            if (isValid() && !untouched && isDeleted(forms.get(i))) {
                deleted.add(forms.get(i));
            }
        }
        return deleted;
    }

    /** An empty form whose names hold {@code __prefix__}, for scripts that add forms. */
    public Form<T> emptyForm() {
        return spec.formAt(null, initialCount).unbound();
    }

    /** The hidden fields that count the forms. */
    public Form<Cleaned> managementForm() {
        return management;
    }

    /** How many forms there are. */
    public int totalFormCount() {
        return totalCount;
    }

    /** How many of them were there before. */
    public int initialFormCount() {
        return initialCount;
    }

    /** The errors of each form that stays. */
    public List<ErrorMap> errors() {
        return bound
                ? forms.stream()
                        .filter(form -> !isDeleted(form))
                        .map(Form::errors)
                        .toList()
                : List.of();
    }

    /** The errors of the set as a whole. */
    public ErrorList nonFormErrors() {
        return new ErrorList(setErrors, "nonform", "", JavaRenderer.INSTANCE);
    }

    /** Whether any form's values differ from the initial ones. */
    public boolean hasChanged() {
        return forms.stream().anyMatch(form -> form.raw().hasChanged());
    }

    /** Whether the form's element needs {@code enctype="multipart/form-data"}. */
    public boolean isMultipart() {
        return (forms.isEmpty() ? emptyForm() : forms.getFirst()).raw().isMultipart();
    }

    /** The style sheets and scripts of the widgets. */
    public Media media() {
        return (forms.isEmpty() ? emptyForm() : forms.getFirst()).raw().media();
    }

    private SafeString render(Function<Bound, SafeString> layout) {
        StringBuilder out = new StringBuilder(management.html());
        forms.forEach(form -> out.append((CharSequence) layout.apply(form.raw())));
        return SafeString.of(out.toString());
    }

    /** All forms in divs. */
    public SafeString asDiv() {
        return render(Bound::asDiv);
    }

    /** All forms in paragraphs. */
    public SafeString asP() {
        return render(Bound::asP);
    }

    /** All forms in list items. */
    public SafeString asUl() {
        return render(Bound::asUl);
    }

    /** All forms in table rows. */
    public SafeString asTable() {
        return render(Bound::asTable);
    }

    @Override
    public Iterator<Form<T>> iterator() {
        return forms().iterator();
    }

    @Override
    public SafeString html() {
        return asDiv();
    }

    @Override
    public String toString() {
        return html().toString();
    }
}
