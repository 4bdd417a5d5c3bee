package quintet.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import quintet.fields.PythonText;
import quintet.fields.TimeFormat;

/** A text input that shows a date, a time or both in a format such as {@code %d/%m/%Y}. */
public final class TemporalInput extends Widget {
    private final String template;
    private String type = "text";
    private final TimeFormat standard;
    private @Nullable TimeFormat format;

    TemporalInput(String template, String standard) {
        this.template = template;
        this.standard = TimeFormat.of(standard);
    }

    /** The same input with a format of its own. */
    public TemporalInput format(String pattern) {
        TemporalInput copy = (TemporalInput) copy();
        copy.format = TimeFormat.of(pattern);
        return copy;
    }

    /** The same input with another {@code type}, such as {@code date} for the browser's own date picker. */
    public TemporalInput type(String newType) {
        TemporalInput copy = (TemporalInput) copy();
        copy.type = newType;
        return copy;
    }

    @Override
    public Widget attrs(java.util.Map<String, ?> more) {
        if (!more.containsKey("type")) {
            return super.attrs(more);
        }
        java.util.Map<String, Object> rest = new java.util.LinkedHashMap<>(more);
        Object newType = rest.remove("type");
        return type(String.valueOf(newType)).attrs(rest);
    }

    @Override
    public String inputType() {
        return type;
    }

    @Override
    public String templateName() {
        return "django/forms/widgets/" + template + ".html";
    }

    @Override
    public boolean supportsMicroseconds() {
        return false;
    }

    @Override
    public @Nullable Object formatValue(@Nullable Object value) {
        TimeFormat used = format == null ? standard : format;
        return switch (value) {
            case null -> null;
            case LocalDate date -> used.format(date);
            case LocalTime time -> used.format(time);
            case LocalDateTime moment -> used.format(moment);
            case OffsetDateTime moment -> used.format(moment.toLocalDateTime());
            case ZonedDateTime moment -> used.format(moment.toLocalDateTime());
            default -> PythonText.of(value);
        };
    }
}
