package quintet.forms;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quintet.forms.internal.Zones;

/** A field made of several, whose values become one (Django's {@code MultiValueField}). */
public final class MultiValueSpec extends CompoundSpec<MultiValueSpec> {
    private final Function<List<@Nullable Object>, @Nullable Object> combine;
    private final boolean splitMoment;

    MultiValueSpec(
            List<FieldSpec<?>> fields,
            Function<List<@Nullable Object>, @Nullable Object> combine,
            boolean requireAll,
            boolean splitMoment) {
        super(fields, requireAll);
        this.combine = combine;
        this.splitMoment = splitMoment;
    }

    static MultiValueSpec splitDateTime(TemporalSpec date, TemporalSpec time) {
        return new MultiValueSpec(List.of(date, time), List::copyOf, true, true);
    }

    @Override
    protected Widget defaultWidget() {
        return splitMoment ? Widgets.splitDateTime() : super.defaultWidget();
    }

    @Override
    protected Widget hiddenWidget() {
        return splitMoment ? Widgets.splitHiddenDateTime() : super.hiddenWidget();
    }

    @Override
    protected String defaultMessage(String code) {
        return switch (code) {
            case "invalid_date" -> "Enter a valid date.";
            case "invalid_time" -> "Enter a valid time.";
            default -> super.defaultMessage(code);
        };
    }

    @Override
    protected @Nullable Object prepare(@Nullable Object value) {
        return splitMoment ? TemporalSpec.local(value, Zones.current()) : value;
    }

    @Override
    @Nullable
    Object nothing() {
        return splitMoment ? null : combine.apply(List.of());
    }

    @Override
    @Nullable
    Object combine(List<@Nullable Object> values) {
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
}
