package quintet.forms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;
import quintet.forms.internal.Zones;

/** A field made of several, whose values become one (Django's {@code MultiValueField}). */
public final class MultiValueSpec extends FieldSpec<MultiValueSpec> {
    private final List<FieldSpec<?>> fields;
    private final Function<List<@Nullable Object>, @Nullable Object> combine;
    private final boolean requireAll;
    private final boolean splitMoment;

    MultiValueSpec(
            List<FieldSpec<?>> fields,
            Function<List<@Nullable Object>, @Nullable Object> combine,
            boolean requireAll,
            boolean splitMoment) {
        this.fields = requireAll
                ? fields.stream().<FieldSpec<?>>map(f -> f.required(false)).toList()
                : List.copyOf(fields);
        this.combine = combine;
        this.requireAll = requireAll;
        this.splitMoment = splitMoment;
    }

    static MultiValueSpec splitDateTime(TemporalSpec date, TemporalSpec time) {
        return new MultiValueSpec(List.of(date, time), List::copyOf, true, true);
    }

    @Override
    protected Widget defaultWidget() {
        if (splitMoment) {
            return Widgets.splitDateTime();
        }
        return Widgets.multi(fields.stream().map(FieldSpec::widget).toArray(Widget[]::new));
    }

    @Override
    protected Widget hiddenWidget() {
        return splitMoment ? Widgets.splitHiddenDateTime() : super.hiddenWidget();
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid" -> "Enter a list of values.";
            case "incomplete" -> "Enter a complete value.";
            case "invalid_date" -> "Enter a valid date.";
            case "invalid_time" -> "Enter a valid time.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return splitMoment ? TemporalSpec.local(value, Zones.current()) : value;
    }

    private List<? extends @Nullable Object> parts(@Nullable Object raw) {
        if (raw instanceof List<?> list) {
            return list;
        }
        if (isDisabled()) {
            WidgetView view = widget().view("x", raw, java.util.Map.of());
            return view.subwidgets().stream()
                    .<@Nullable Object>map(WidgetView::value)
                    .toList();
        }
        if (isEmpty(raw)) {
            return List.of();
        }
        throw error("invalid");
    }

    @Override
    public @Nullable Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        List<? extends @Nullable Object> sent = parts(raw);
        if (sent.stream().allMatch(FieldSpec::isEmpty)) {
            if (isRequired()) {
                throw error("required");
            }
            return splitMoment ? null : combine.apply(List.of());
        }
        Object value = combined(cleanParts(sent));
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

    private @Nullable Object combined(List<@Nullable Object> values) {
        if (!splitMoment) {
            return combine.apply(values);
        }
        if (!(values.get(0) instanceof LocalDate date)) {
            throw error("invalid_date");
        }
        if (!(values.get(1) instanceof LocalTime time)) {
            throw error("invalid_time");
        }
        return TemporalSpec.aware(date.atTime(time), Zones.current());
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
        if (initialValue instanceof List<?> list) {
            return list;
        }
        return widget().view("x", prepare(initialValue), java.util.Map.of()).subwidgets().stream()
                .<@Nullable Object>map(WidgetView::value)
                .toList();
    }
}
