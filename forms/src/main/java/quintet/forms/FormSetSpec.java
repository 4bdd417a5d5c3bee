package quintet.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quintet.http.Request;

/**
 * Several of one form on a page, as a value (Django's {@code formset_factory}). Immutable; the methods return changed
 * copies.
 *
 * @param <T> what each form makes
 */
public final class FormSetSpec<T> implements Cloneable {
    /** No page needs more forms than this; sent ones beyond are not even read. */
    private static final int DEFAULT_MAX = 1000;

    private final FormSpec<T> form;
    private int extra = 1;
    private int min;
    private int max = DEFAULT_MAX;
    private int absoluteMax = 2 * DEFAULT_MAX;
    private boolean absoluteMaxSet;
    private boolean validateMin;
    private boolean validateMax;
    private boolean canOrder;
    private boolean canDelete;
    private boolean canDeleteExtra = true;
    private String prefix = "form";
    private List<Map<String, @Nullable Object>> initial = List.of();

    private FormSetSpec(FormSpec<T> form) {
        this.form = form;
    }

    static <T> FormSetSpec<T> of(FormSpec<T> form) {
        return new FormSetSpec<>(form);
    }

    private FormSetSpec<T> with(Consumer<FormSetSpec<T>> change) {
        try {
            @SuppressWarnings("unchecked")
            FormSetSpec<T> copy = (FormSetSpec<T>) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** How many empty forms are shown after the filled ones; 1 unless set. */
    public FormSetSpec<T> extra(int forms) {
        return with(copy -> copy.extra = forms);
    }

    /** How many forms are shown at least. */
    public FormSetSpec<T> min(int forms) {
        return with(copy -> copy.min = forms);
    }

    /** How many forms are shown at most; and, twice that (or {@link #absoluteMax}), how many are ever read. */
    public FormSetSpec<T> max(int forms) {
        return with(copy -> {
            copy.max = forms;
            copy.absoluteMax = copy.absoluteMaxSet ? copy.absoluteMax : forms + DEFAULT_MAX;
        });
    }

    /** How many sent forms are read at most, whatever the browser says. */
    public FormSetSpec<T> absoluteMax(int forms) {
        return with(copy -> {
            copy.absoluteMax = forms;
            copy.absoluteMaxSet = true;
        });
    }

    /** Whether fewer than {@link #min} filled forms are an error. */
    public FormSetSpec<T> validateMin(boolean validate) {
        return with(copy -> copy.validateMin = validate);
    }

    /** Whether more than {@link #max} forms are an error. */
    public FormSetSpec<T> validateMax(boolean validate) {
        return with(copy -> copy.validateMax = validate);
    }

    /** Whether each form has a field ORDER. */
    public FormSetSpec<T> canOrder(boolean order) {
        return with(copy -> copy.canOrder = order);
    }

    /** Whether each form has a box DELETE. */
    public FormSetSpec<T> canDelete(boolean delete) {
        return with(copy -> copy.canDelete = delete);
    }

    /** Whether the empty forms have the box, too; true unless set. */
    public FormSetSpec<T> canDeleteExtra(boolean delete) {
        return with(copy -> copy.canDeleteExtra = delete);
    }

    /** What stands before the names; {@code form} unless set. */
    public FormSetSpec<T> prefix(String text) {
        return with(copy -> copy.prefix = text);
    }

    /** The values of the filled forms, by field name. */
    public FormSetSpec<T> initial(List<? extends Map<String, ? extends @Nullable Object>> values) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        values.forEach(one -> all.add(new java.util.LinkedHashMap<>(one)));
        return with(copy -> copy.initial = List.copyOf(all));
    }

    /** The filled forms show these objects. */
    public FormSetSpec<T> initialFrom(List<? extends T> objects) {
        return initial(objects.stream().map(o -> form.target().values(o)).toList());
    }

    /** The forms without data. */
    public FormSet.Unbound<T> unbound() {
        return new FormSet.Unbound<>(new BoundSet<>(this, null));
    }

    /** The forms with what was sent, checked. */
    public FormSet<T> read(FormData data) {
        BoundSet<T> raw = new BoundSet<>(this, data);
        return raw.isValid() ? new FormSet.Valid<>(raw.values(), raw) : new FormSet.Invalid<>(raw);
    }

    /** The forms of a request: with what was sent for POST, PUT and PATCH, without data for other methods. */
    public FormSet<T> read(Request request) {
        return FormData.isSubmission(request) ? read(FormData.of(request)) : unbound();
    }

    FormSpec<T> form() {
        return form;
    }

    /** The form at a place, null being the template for further ones. */
    FormSpec<T> formAt(@Nullable Integer index, int initialCount) {
        FormSpec<T> at = form.prefix(prefix + "-" + (index == null ? "__prefix__" : index))
                .useRequiredAttribute(false)
                .emptyPermitted(index == null || (index >= initialCount && index >= min));
        if (index != null && index < initial.size()) {
            at = at.initial(initial.get(index));
        }
        if (canOrder) {
            NumberSpec order = Fields.integerField().label("Order").required(false);
            at = at.add("ORDER", index != null && index < initialCount ? order.initial(index + 1) : order);
        }
        if (canDelete && (canDeleteExtra || (index != null && index < initialCount))) {
            at = at.add("DELETE", Fields.booleanField().label("Delete").required(false));
        }
        return at;
    }

    FormSpec<Cleaned> management(int total, int initialCount) {
        Map<String, FieldSpec<?>> fields = new java.util.LinkedHashMap<>();
        fields.put("TOTAL_FORMS", count(true));
        fields.put("INITIAL_FORMS", count(true));
        fields.put("MIN_NUM_FORMS", count(false));
        fields.put("MAX_NUM_FORMS", count(false));
        return FormSpec.of(fields)
                .prefix(prefix)
                .autoId(form.autoId())
                .initial(Widgets.attrs(
                        "TOTAL_FORMS",
                        total,
                        "INITIAL_FORMS",
                        initialCount,
                        "MIN_NUM_FORMS",
                        min,
                        "MAX_NUM_FORMS",
                        max));
    }

    private static FieldSpec<?> count(boolean required) {
        return Fields.integerField().required(required).widget(Widgets.hidden());
    }

    int plannedForms() {
        int total = Math.max(initial.size(), min) + extra;
        return initial.size() > max ? initial.size() : Math.min(total, max);
    }

    int initialCount() {
        return initial.size();
    }

    int minForms() {
        return min;
    }

    int maxForms() {
        return max;
    }

    int absoluteMaxForms() {
        return absoluteMax;
    }

    boolean validatesMin() {
        return validateMin;
    }

    boolean validatesMax() {
        return validateMax;
    }

    boolean allowsOrder() {
        return canOrder;
    }

    boolean allowsDelete() {
        return canDelete;
    }
}
