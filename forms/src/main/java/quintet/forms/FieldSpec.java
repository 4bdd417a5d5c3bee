package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.fields.Validator;

/**
 * A form's field: what it asks for, how it is shown, how what was sent becomes a checked value. Fields are immutable;
 * the methods that change something return a changed copy. Make the built-in ones with {@link Fields}.
 *
 * <p>Answers to Django's {@code django.forms.Field}.
 *
 * @param <S> the class itself, so that options chain in any order
 */
public abstract class FieldSpec<S extends FieldSpec<S>> implements Cloneable {
    private boolean required = true;
    private @Nullable CharSequence label;
    private @Nullable String labelSuffix;
    private @Nullable Object initial;
    private CharSequence helpText = "";
    private Map<String, String> errorMessages = Map.of();
    private List<Validator<Object>> validators = List.of();
    private boolean localize;
    private boolean disabled;
    private boolean hiddenInitial;
    private @Nullable Widget widget;
    private @Nullable String templateName;

    /** A required field with the default widget. */
    protected FieldSpec() {}

    // ---- options ----

    /** A copy whose own fields may be changed before it is handed out. */
    @SuppressWarnings("unchecked")
    protected S copy() {
        try {
            return (S) super.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private FieldSpec<S> base(S copy) {
        return copy;
    }

    /** Whether something must be given; true unless set. */
    public S required(boolean must) {
        S copy = copy();
        base(copy).required = must;
        return copy;
    }

    /** What people read beside the input; without one it is made from the field's name. */
    public S label(CharSequence text) {
        S copy = copy();
        base(copy).label = text;
        return copy;
    }

    /** What stands after the label instead of the form's ":". */
    public S labelSuffix(String suffix) {
        S copy = copy();
        base(copy).labelSuffix = suffix;
        return copy;
    }

    /** The value shown first; a {@link Supplier} is asked anew for each form. */
    public S initial(@Nullable Object value) {
        S copy = copy();
        base(copy).initial = value;
        return copy;
    }

    /** A hint shown with the input; it is written as HTML. */
    public S helpText(CharSequence text) {
        S copy = copy();
        base(copy).helpText = text;
        return copy;
    }

    /** The message for an error code, such as {@code required}. */
    public S errorMessage(String code, String message) {
        S copy = copy();
        Map<String, String> messages = new LinkedHashMap<>(errorMessages);
        messages.put(code, message);
        base(copy).errorMessages = messages;
        return copy;
    }

    /** A further check of the converted value; it runs after the built-in ones, unless the value is empty. */
    @SuppressWarnings("unchecked")
    public S validator(Validator<?> check) {
        S copy = copy();
        List<Validator<Object>> all = new ArrayList<>(validators);
        all.add((Validator<Object>) check);
        base(copy).validators = List.copyOf(all);
        return copy;
    }

    /** Whether numbers and dates are read and written the way of the reader's language. */
    public S localize(boolean local) {
        S copy = copy();
        base(copy).localize = local;
        return copy;
    }

    /** Whether the input is shown but cannot be changed; what is sent for it is ignored. */
    public S disabled(boolean off) {
        S copy = copy();
        base(copy).disabled = off;
        return copy;
    }

    /** Whether the initial value travels in a hidden input, so that changes are seen even if it was recomputed. */
    public S showHiddenInitial(boolean show) {
        S copy = copy();
        base(copy).hiddenInitial = show;
        return copy;
    }

    /** The HTML input. */
    public S widget(Widget input) {
        S copy = copy();
        base(copy).widget = input;
        return copy;
    }

    /** The template that shows label, help, errors and input; the default is {@code django/forms/field.html}. */
    public S templateName(String name) {
        S copy = copy();
        base(copy).templateName = name;
        return copy;
    }

    /** Whether something must be given. */
    public final boolean isRequired() {
        return required;
    }

    /** The label set, or null. */
    public final @Nullable CharSequence label() {
        return label;
    }

    /** The label suffix set, or null. */
    public final @Nullable String labelSuffix() {
        return labelSuffix;
    }

    /** The initial value; a supplier is asked. */
    public final @Nullable Object initial() {
        return initial instanceof Supplier<?> supplier ? supplier.get() : initial;
    }

    /** The hint, as HTML. */
    public final CharSequence helpText() {
        return helpText;
    }

    /** Whether it is localized. */
    public final boolean isLocalized() {
        return localize;
    }

    /** Whether it cannot be changed. */
    public final boolean isDisabled() {
        return disabled;
    }

    /** Whether the initial value travels along. */
    public final boolean showsHiddenInitial() {
        return hiddenInitial;
    }

    /** The template of the field group, or null for the form's. */
    public final @Nullable String templateName() {
        return templateName;
    }

    /** The widget, knowing about the field. */
    public final Widget widget() {
        Widget plain = widget == null ? defaultWidget() : widget;
        return adapt(plain).serving(required, localize, widgetAttrs(plain));
    }

    // ---- behaviour, for subclasses ----

    /** The widget unless another one is set. */
    protected Widget defaultWidget() {
        return Widgets.text();
    }

    /** The hidden counterpart of the widget (Django's {@code hidden_widget}). */
    protected Widget hiddenWidget() {
        return Widgets.hidden();
    }

    /** Gives the widget what it needs from the field, such as choices. */
    protected Widget adapt(Widget plain) {
        return plain;
    }

    /** The attributes that follow from the field's limits. */
    protected Map<String, Object> widgetAttrs(Widget plain) {
        return Map.of();
    }

    /** Converts what a widget read; throws {@link ValidationError}. Empty values become the field's empty value. */
    protected @Nullable Object convert(@Nullable Object raw) {
        return raw;
    }

    /** Checks the converted value; the default insists on one if it is required. */
    protected void validate(@Nullable Object value) {
        if (required && isEmpty(value)) {
            throw error("required");
        }
    }

    /** The checks that follow from the field's options, in order. */
    protected List<Validator<Object>> limits() {
        return List.of();
    }

    /** Further checks that come before {@link #limits}. */
    protected List<Validator<Object>> nature() {
        return List.of();
    }

    /** The built-in messages by code. */
    protected String defaultMessage(String code) {
        return code.equals("required") ? "This field is required." : "Enter a valid value.";
    }

    /** The value as the widget shows it. */
    protected @Nullable Object prepare(@Nullable Object value) {
        return value;
    }

    /** What to show of a bound form: what was sent, or the initial value of a disabled field. */
    protected @Nullable Object boundData(@Nullable Object data, @Nullable Object initialValue) {
        return disabled ? initialValue : data;
    }

    /** Converts and checks (Django's {@code clean}); {@code initialValue} matters to file fields only. */
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        Object value = convert(raw);
        validate(value);
        runValidators(value);
        return value;
    }

    /** Converts and checks what a widget read; throws {@link ValidationError}. */
    public final @Nullable Object clean(@Nullable Object raw) {
        return clean(raw, null);
    }

    /** Whether what was sent differs from the initial value. */
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (disabled) {
            return false;
        }
        try {
            return differ(orEmpty(initialValue), orEmpty(convert(data)));
        } catch (ValidationError invalid) {
            return true;
        }
    }

    // ---- helpers ----

    /** The message for a code: one set for this field, else the built-in one. */
    protected final String message(String code) {
        String own = errorMessages.get(code);
        return own == null ? defaultMessage(code) : own;
    }

    /** An error with the field's message for the code. */
    protected final ValidationError error(String code) {
        return new ValidationError(message(code), code);
    }

    /** An error with the field's message for the code and values for its places. */
    protected final ValidationError error(String code, Map<String, ?> params) {
        return new ValidationError(message(code), code, params);
    }

    /** Runs all checks and collects what they say; empty values are not checked. */
    protected final void runValidators(@Nullable Object value) {
        if (value == null || isEmpty(value)) {
            return;
        }
        List<FieldError> errors = new ArrayList<>();
        for (List<Validator<Object>> group : List.of(nature(), validators, limits())) {
            for (Validator<Object> check : group) {
                try {
                    check.accept(value);
                } catch (ValidationError problem) {
                    problem.errors().forEach(e -> errors.add(reworded(e)));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ValidationError.of(errors);
        }
    }

    private FieldError reworded(FieldError error) {
        String own = errorMessages.get(error.code());
        return own == null ? error : new FieldError(own, error.code(), error.params());
    }

    /** Whether the value counts as nothing: null, "", an empty collection. */
    protected static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value.equals("")
                || (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** Whether two values differ; numbers compare by size. */
    static boolean differ(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return new java.math.BigDecimal(x.toString()).compareTo(new java.math.BigDecimal(y.toString())) != 0;
        }
        if (a instanceof java.time.OffsetDateTime x && b instanceof java.time.OffsetDateTime y) {
            return !x.isEqual(y);
        }
        return !Objects.equals(a, b);
    }

    /** A check as one of any value. */
    @SuppressWarnings("unchecked")
    protected static Validator<Object> any(Validator<?> check) {
        return (Validator<Object>) check;
    }
}
