package quintet.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.ValidationError;

/**
 * A field for a list with one input for each item, named {@code NAME_0}, {@code NAME_1} and so on. Answers to
 * {@code SplitArrayField} of {@code django.contrib.postgres.forms}.
 */
public final class SplitArraySpec extends FieldSpec<SplitArraySpec> {
    private final FieldSpec<?> item;
    private final int size;
    private boolean removeTrailingNulls;
    private @Nullable Class<?> type;

    SplitArraySpec(FieldSpec<?> item, int size) {
        this.item = item;
        this.size = size;
    }

    /** Whether empty inputs at the end are left out of the list, rather than being items without a value. */
    public SplitArraySpec removeTrailingNulls(boolean remove) {
        SplitArraySpec copy = copy();
        copy.removeTrailingNulls = remove;
        return copy;
    }

    /** The Java type of the items, such as {@code Integer.class}; without it they are what the items' field gives. */
    public SplitArraySpec itemType(Class<?> javaType) {
        SplitArraySpec copy = copy();
        copy.type = javaType;
        return copy;
    }

    @Override
    protected Widget defaultWidget() {
        return Widgets.splitArray(item.widget(), size);
    }

    @Override
    protected Widget hiddenWidget() {
        return Widgets.splitArray(item.hiddenWidget(), size);
    }

    @Override
    protected String defaultMessage(String code) {
        return code.equals("item_invalid") ? "Item %(nth)s in the array did not validate:" : super.defaultMessage(code);
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<@Nullable Object> shown = new ArrayList<>();
        list.forEach(one -> shown.add(item.prepare(one)));
        return shown;
    }

    @Override
    protected Object convert(@Nullable Object raw) {
        List<@Nullable Object> values = new ArrayList<>();
        list(raw).forEach(one -> values.add(item.convert(one)));
        return values;
    }

    @Override
    public Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        List<?> sent = list(raw);
        if (isRequired() && sent.stream().allMatch(one -> isEmpty(one) || Boolean.FALSE.equals(one))) {
            throw new ValidationError(message("required"));
        }
        List<@Nullable Object> values = new ArrayList<>();
        List<List<FieldError>> errors = new ArrayList<>();
        for (int i = 0; i < Math.max(size, sent.size()); i++) {
            List<FieldError> wrong = new ArrayList<>();
            values.add(cleanItem(i < sent.size() ? sent.get(i) : null, i + 1, wrong));
            errors.add(wrong);
        }
        int kept = kept(values);
        List<FieldError> all =
                errors.subList(0, kept).stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            throw ValidationError.of(all);
        }
        List<@Nullable Object> result = Collections.unmodifiableList(new ArrayList<>(values.subList(0, kept)));
        runValidators(result);
        return result;
    }

    private @Nullable Object cleanItem(@Nullable Object raw, int nth, List<FieldError> wrong) {
        try {
            Object cleaned = item.clean(raw);
            return type == null ? cleaned : Cleaned.cast(cleaned, type);
        } catch (ValidationError problem) {
            problem.errors().forEach(error -> wrong.add(error.ofItem(message("item_invalid"), nth)));
            return null;
        }
    }

    /** How many values stay once empty ones at the end are left out, if they are. */
    private int kept(List<?> values) {
        int count = values.size();
        while (removeTrailingNulls && count > 0 && isEmpty(values.get(count - 1))) {
            count--;
        }
        return count;
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        try {
            List<?> values = list(convert(data));
            return ArraySpec.differs(initialValue, values.subList(0, kept(values)), item);
        } catch (ValidationError invalid) {
            return true;
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
