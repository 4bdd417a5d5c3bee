package quintet.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;
import quintet.fields.ValidationError;

/** A field whose value, or values, must be among those offered. */
public final class ChoiceSpec extends FieldSpec<ChoiceSpec> {
    private final boolean multiple;
    private Supplier<? extends Iterable<? extends ChoiceItem>> choices = List::of;
    private @Nullable Function<String, ?> coerce;
    private @Nullable Object emptyValue;
    private boolean emptyValueSet;

    ChoiceSpec(boolean multiple) {
        this.multiple = multiple;
    }

    /** What is offered. */
    public ChoiceSpec choices(Iterable<? extends ChoiceItem> items) {
        return choices(() -> items);
    }

    /** What is offered, asked anew for each form. */
    public ChoiceSpec choices(Supplier<? extends Iterable<? extends ChoiceItem>> items) {
        ChoiceSpec copy = copy();
        copy.choices = items;
        return copy;
    }

    /** What is offered: the constants of an enum, which the value then is. */
    public <E extends Enum<E>> ChoiceSpec choices(Class<E> type) {
        return choices(ChoiceItem.of(type)).coerce(text -> {
            E constant = quintet.fields.Choices.find(type, text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    /**
     * Makes the value from the chosen text, such as {@code Integer::valueOf} (Django's {@code TypedChoiceField}). An
     * IllegalArgumentException or ValidationError from it means the choice is not valid.
     */
    public ChoiceSpec coerce(Function<String, ?> function) {
        ChoiceSpec copy = copy();
        copy.coerce = function;
        return copy;
    }

    /** What "nothing chosen" means: without setting, "" or an empty list. */
    public ChoiceSpec emptyValue(@Nullable Object value) {
        ChoiceSpec copy = copy();
        copy.emptyValue = value;
        copy.emptyValueSet = true;
        return copy;
    }

    /** What is offered now. */
    public Iterable<? extends ChoiceItem> choices() {
        return choices.get();
    }

    private @Nullable Object empty() {
        return emptyValueSet ? emptyValue : multiple ? List.of() : "";
    }

    @Override
    protected Widget defaultWidget() {
        return multiple ? Widgets.selectMultiple() : Widgets.select();
    }

    @Override
    protected Widget hiddenWidget() {
        return multiple ? Widgets.multipleHidden() : super.hiddenWidget();
    }

    @Override
    protected Widget adapt(Widget plain) {
        return plain instanceof ChoiceWidget select && select.takesChoices() ? select.choices(choices()) : plain;
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid_choice" -> "Select a valid choice. %(value)s is not one of the available choices.";
            case "invalid_list" -> "Enter a list of values.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object convert(@Nullable Object raw) {
        if (!multiple) {
            return isEmpty(raw) ? "" : PythonText.of(raw);
        }
        if (raw == null || raw.equals("") || raw.equals(false) || isEmpty(raw)) {
            return List.of();
        }
        if (!(raw instanceof Collection<?> many)) {
            throw error("invalid_list");
        }
        List<String> texts = new ArrayList<>();
        many.forEach(one -> texts.add(PythonText.of(one)));
        return texts;
    }

    @Override
    protected void validate(@Nullable Object value) {
        super.validate(value);
        Set<String> offered = new HashSet<>();
        for (ChoiceItem.Single choice : ChoiceItem.flatten(choices())) {
            offered.add(choice.value() == null ? "None" : PythonText.of(choice.value()));
        }
        for (Object one : value instanceof List<?> many ? many : List.of(String.valueOf(value))) {
            if (!one.equals("") && !offered.contains(one.toString())) {
                throw invalid(one);
            }
            if (multiple && one.equals("") && !offered.contains("")) {
                throw invalid(one);
            }
        }
    }

    private ValidationError invalid(Object value) {
        return error("invalid_choice", Map.of("value", value));
    }

    @Override
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        return coerced(super.clean(raw, initialValue));
    }

    private @Nullable Object coerced(@Nullable Object value) {
        if (coerce == null) {
            return value;
        }
        if (isEmpty(value) || value == null) {
            return empty();
        }
        if (!multiple) {
            return coerceOne(value);
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (Object one : (List<?>) value) {
            all.add(coerceOne(one));
        }
        return all;
    }

    private @Nullable Object coerceOne(Object text) {
        try {
            return java.util.Objects.requireNonNull(coerce).apply(text.toString());
        } catch (IllegalArgumentException | ValidationError notValid) {
            throw invalid(text);
        }
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        if (multiple) {
            return !texts(initialValue).equals(texts(data));
        }
        try {
            Object sent = coerced(convert(data));
            return coerce == null
                    ? differ(initialValue == null ? "" : initialValue, sent)
                    : differ(coerced(initialValue == null ? null : PythonText.of(initialValue)), sent);
        } catch (ValidationError notValid) {
            return true;
        }
    }

    private static Set<String> texts(@Nullable Object value) {
        Set<String> texts = new HashSet<>();
        if (value instanceof Collection<?> many) {
            many.forEach(one -> texts.add(PythonText.of(one)));
        }
        return texts;
    }
}
