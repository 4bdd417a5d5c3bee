package quintet.forms;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quintet.fields.Range;

/**
 * A field for a {@link Range}: one input for each bound, named {@code NAME_0} and {@code NAME_1}, of which either may stay
 * empty. Unlike other fields it is not required unless set so, as Django's.
 *
 * <p>Answers to {@code IntegerRangeField}, {@code DecimalRangeField}, {@code DateRangeField} and {@code DateTimeRangeField} of
 * {@code django.contrib.postgres.forms}.
 */
public final class RangeSpec extends CompoundSpec<RangeSpec> {
    private final Widget bound;
    private final String invalid;
    private String brackets = "[)";
    private @Nullable Class<?> type;

    RangeSpec(FieldSpec<?> field, Widget bound, String invalid) {
        super(List.of(field.required(false), field.required(false)), false);
        this.bound = bound;
        this.invalid = invalid;
    }

    /** Which of the bounds belong to the range: {@code [)}, {@code []}, {@code (]} or {@code ()} (Django's {@code default_bounds}). */
    public RangeSpec bounds(String pair) {
        Range.of(1, 2, pair); // refuses others
        RangeSpec copy = copy();
        copy.brackets = pair;
        return copy;
    }

    /** The Java type of the bounds, such as {@code Integer.class}; without it they are what the inputs give. */
    public RangeSpec boundType(Class<?> javaType) {
        RangeSpec copy = copy();
        copy.type = javaType;
        return copy;
    }

    @Override
    protected Widget defaultWidget() {
        return Widgets.range(bound);
    }

    @Override
    protected Widget hiddenWidget() {
        return Widgets.range(Widgets.hidden());
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid" -> invalid;
            case "bound_ordering" -> "The start of the range must not exceed the end of the range.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return switch (value) {
            case null -> Arrays.asList(null, null);
            case Range<?> range ->
                Arrays.asList(
                        fields().getFirst().prepare(range.lower()),
                        fields().getLast().prepare(range.upper()));
            default -> value;
        };
    }

    @Override
    List<? extends @Nullable Object> split(Object initialValue) {
        return initialValue instanceof Range<?> range
                ? Arrays.asList(range.lower(), range.upper())
                : Arrays.asList(null, null);
    }

    @Override
    @Nullable
    Object nothing() {
        return null;
    }

    @Override
    Object combine(List<@Nullable Object> values) {
        Object lower = values.get(0);
        Object upper = values.get(1);
        if (lower != null && upper != null && isAfter(lower, upper)) {
            throw error("bound_ordering");
        }
        return Range.of(typed(lower), typed(upper), brackets);
    }

    private @Nullable Object typed(@Nullable Object value) {
        return type == null ? value : Cleaned.cast(value, type);
    }

    @SuppressWarnings("unchecked") // both are values of the same field, which are comparable
    private static boolean isAfter(Object lower, Object upper) {
        return lower instanceof OffsetDateTime from && upper instanceof OffsetDateTime to
                ? from.isAfter(to)
                : ((Comparable<Object>) lower).compareTo(upper) > 0;
    }
}
