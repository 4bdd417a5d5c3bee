package quintet.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;

/**
 * A field made of several, whose values become one.
 *
 * @param <S> the class itself
 */
public abstract class CompoundSpec<S extends CompoundSpec<S>> extends FieldSpec<S> {
    private final List<FieldSpec<?>> fields;
    private final boolean requireAll;

    CompoundSpec(List<? extends FieldSpec<?>> fields, boolean requireAll) {
        this.fields = requireAll
                ? fields.stream().<FieldSpec<?>>map(f -> f.required(false)).toList()
                : List.copyOf(fields);
        this.requireAll = requireAll;
    }

    /** The fields it is made of. */
    final List<FieldSpec<?>> fields() {
        return fields;
    }

    /** Which inputs are marked as required; null: all or none of them, as the field is. */
    final @Nullable List<Boolean> requiredParts() {
        return requireAll ? null : fields.stream().map(FieldSpec::isRequired).toList();
    }

    /** Makes one value of those of the fields. */
    abstract @Nullable Object combine(List<@Nullable Object> values);

    /** The value where nothing was sent. */
    abstract @Nullable Object nothing();

    @Override
    protected Widget defaultWidget() {
        return Widgets.multi(fields.stream().map(FieldSpec::widget).toArray(Widget[]::new));
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid" -> "Enter a list of values.";
            case "incomplete" -> "Enter a complete value.";
            default -> super.defaultMessage(code);
        };
    }

    private List<? extends @Nullable Object> parts(@Nullable Object raw) {
        if (raw instanceof List<?> list) {
            return list;
        }
        if (isDisabled()) {
            return shown(raw);
        }
        if (isEmpty(raw)) {
            return List.of();
        }
        throw error("invalid");
    }

    private List<? extends @Nullable Object> shown(@Nullable Object value) {
        return widget().view("x", value, Map.of()).subwidgets().stream()
                .<@Nullable Object>map(WidgetView::value)
                .toList();
    }

    @Override
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        List<? extends @Nullable Object> sent = parts(raw);
        if (sent.stream().allMatch(FieldSpec::isEmpty)) {
            if (isRequired()) {
                throw error("required");
            }
            return nothing();
        }
        Object value = combine(cleanParts(sent));
        validate(value);
        runValidators(value);
        return value;
    }

    private List<@Nullable Object> cleanParts(List<? extends @Nullable Object> sent) {
        List<@Nullable Object> values = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Object one = i < sent.size() ? sent.get(i) : null;
            FieldSpec<?> field = fields.get(i);
            if (isEmpty(one) && requireAll && isRequired()) {
                throw error("required");
            }
            if (isEmpty(one) && !requireAll && field.isRequired()) {
                addNew(errors, new FieldError(message("incomplete"), ""));
                continue;
            }
            try {
                values.add(field.clean(one));
            } catch (ValidationError problem) {
                problem.errors().forEach(e -> addNew(errors, e));
            }
        }
        if (!errors.isEmpty()) {
            throw ValidationError.of(errors);
        }
        return values;
    }

    private static void addNew(List<FieldError> errors, FieldError error) {
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        List<?> sent = data instanceof List<?> list ? list : List.of();
        List<? extends @Nullable Object> before = before(initialValue, sent.size());
        for (int i = 0; i < fields.size(); i++) {
            try {
                Object old = fields.get(i).convert(i < before.size() ? before.get(i) : null);
                if (fields.get(i).hasChanged(old, i < sent.size() ? sent.get(i) : null)) {
                    return true;
                }
            } catch (ValidationError invalid) {
                return true;
            }
        }
        return false;
    }

    private List<? extends @Nullable Object> before(@Nullable Object initialValue, int size) {
        if (initialValue == null) {
            return Collections.nCopies(size, "");
        }
        return initialValue instanceof List<?> list ? list : split(initialValue);
    }

    /** The values of the fields that an initial value stands for. */
    List<? extends @Nullable Object> split(Object initialValue) {
        return shown(prepare(initialValue));
    }
}
