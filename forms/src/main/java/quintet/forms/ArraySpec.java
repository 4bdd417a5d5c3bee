package quintet.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quintet.fields.FieldError;
import quintet.fields.PostgresValidators;
import quintet.fields.PythonText;
import quintet.fields.ValidationError;
import quintet.fields.Validator;

/**
 * A field for a list, written in one line with a delimiter between the items; items cannot hold it. Answers to
 * {@code SimpleArrayField} of {@code django.contrib.postgres.forms}.
 */
public final class ArraySpec extends FieldSpec<ArraySpec> {
    private final FieldSpec<?> item;
    private String delimiter = ",";
    private int minLength = -1;
    private int maxLength = -1;
    private @Nullable Class<?> type;

    ArraySpec(FieldSpec<?> item) {
        this.item = item;
    }

    /** What stands between items; a comma unless set. */
    public ArraySpec delimiter(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Something must stand between items: give a delimiter such as \",\".");
        }
        ArraySpec copy = copy();
        copy.delimiter = text;
        return copy;
    }

    /** The fewest items. */
    public ArraySpec minLength(int items) {
        ArraySpec copy = copy();
        copy.minLength = items;
        return copy;
    }

    /** The most items. */
    public ArraySpec maxLength(int items) {
        ArraySpec copy = copy();
        copy.maxLength = items;
        return copy;
    }

    /** The Java type of the items, such as {@code Integer.class}; without it they are what the items' field gives. */
    public ArraySpec itemType(Class<?> javaType) {
        ArraySpec copy = copy();
        copy.type = javaType;
        return copy;
    }

    @Override
    protected String defaultMessage(String code) {
        return code.equals("item_invalid") ? "Item %(nth)s in the array did not validate:" : super.defaultMessage(code);
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(this::shown).collect(Collectors.joining(delimiter))
                : value;
    }

    private String shown(@Nullable Object one) {
        Object prepared = item.prepare(one);
        return prepared == null ? "" : PythonText.of(prepared);
    }

    @Override
    protected Object convert(@Nullable Object raw) {
        List<?> items = raw instanceof List<?> list
                ? list
                : isEmpty(raw) ? List.of() : Arrays.asList(PythonText.of(raw).split(Pattern.quote(delimiter), -1));
        return each(items, item::convert);
    }

    @Override
    protected void validate(@Nullable Object value) {
        super.validate(value);
        each(list(value), one -> {
            item.validate(one);
            return one;
        });
    }

    @Override
    protected List<Validator<Object>> limits() {
        List<Validator<Object>> checks = new ArrayList<>();
        if (minLength >= 0) {
            checks.add(any(PostgresValidators.arrayMinLength(minLength)));
        }
        if (maxLength >= 0) {
            checks.add(any(PostgresValidators.arrayMaxLength(maxLength)));
        }
        return checks;
    }

    @Override
    public Object clean(@Nullable Object raw, @Nullable Object initialValue) {
        Object value = convert(raw);
        validate(value);
        runValidators(value);
        each(list(value), one -> {
            item.runValidators(one);
            return one;
        });
        return each(list(value), one -> {
            Object cleaned = item.clean(one);
            return type == null ? cleaned : Cleaned.cast(cleaned, type);
        });
    }

    @Override
    public boolean hasChanged(@Nullable Object initialValue, @Nullable Object data) {
        if (isDisabled()) {
            return false;
        }
        try {
            return differs(initialValue, list(convert(data)), item);
        } catch (ValidationError invalid) {
            return true;
        }
    }

    /** Whether a list has other items than an initial one; the items' field compares them. */
    static boolean differs(@Nullable Object initial, List<?> now, FieldSpec<?> item) {
        if (isEmpty(initial) && now.isEmpty()) {
            return false;
        }
        if (!(initial instanceof List<?> before) || before.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (item.hasChanged(before.get(i), now.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** A step with one item. */
    private interface Step {
        @Nullable
        Object of(@Nullable Object one);
    }

    private List<@Nullable Object> each(List<?> items, Step step) {
        List<@Nullable Object> results = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int nth = 0;
        for (Object one : items) {
            nth++;
            try {
                results.add(step.of(one));
            } catch (ValidationError problem) {
                for (FieldError error : problem.errors()) {
                    errors.add(error.ofItem(message("item_invalid"), nth));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw ValidationError.of(errors);
        }
        return Collections.unmodifiableList(results);
    }
}
