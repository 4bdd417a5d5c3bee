package quintet.templates.internal.values;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import org.jspecify.annotations.Nullable;
import quintet.core.DateText;
import quintet.core.NumberText;
import quintet.templates.Context;
import quintet.templates.Output;
import quintet.templates.SafeString;

/** Prints values into the output: zone, formats of the language, escaping. */
public final class Render {
    private Render() {}

    /** Writes a value as {@code {{ value }}} does. */
    public static void write(@Nullable Object value, Context context, Output out) {
        if (value instanceof String s) {
            if (context.autoescape()) {
                out.escaped(s);
            } else {
                out.text(s);
            }
        } else if (value instanceof SafeString s) {
            out.text(s);
        } else if ((value instanceof Integer || value instanceof Long) && plain(context)) {
            out.number(((Number) value).longValue());
        } else if (context.autoescape()) {
            CharSequence text = html(value, context);
            out.text(text);
        } else {
            out.text(text(value, context));
        }
    }

    /** Whether whole numbers print as plain digits now. */
    public static boolean plain(Context context) {
        return Boolean.FALSE.equals(context.useL10n()) || context.formats().plainIntegers();
    }

    /** The text of a value in zone and formats of the render, not escaped. */
    public static CharSequence text(@Nullable Object value, Context context) {
        Object local = Times.local(value, context);
        CharSequence localized = localize(local, context, context.useL10n());
        if (localized != null) {
            return localized;
        }
        Values values = Values.of(context);
        return values.text(context.evaluated(local));
    }

    /** The value as HTML: escaped if the render escapes and the text is not safe. */
    public static CharSequence html(@Nullable Object value, Context context) {
        Object local = Times.local(value, context);
        CharSequence localized = localize(local, context, context.useL10n());
        if (localized != null) {
            return context.autoescape() ? SafeString.escape(localized) : localized;
        }
        Values values = Values.of(context);
        Object data = context.evaluated(local);
        return context.autoescape() ? values.html(data) : values.text(data);
    }

    /**
     * The text of a number, date or time in the formats of the language.
     *
     * @param useL10n false for the settings' formats
     * @return null for other values
     */
    public static @Nullable CharSequence localize(@Nullable Object value, Context context, @Nullable Boolean useL10n) {
        if (value == null || value instanceof String) {
            return null;
        }
        Kind kind = Values.of(context).kind(value);
        boolean localized = !Boolean.FALSE.equals(useL10n);
        return switch (kind) {
            case INT, FLOAT, DECIMAL ->
                localized ? context.formats().number(value, null, true, false) : NumberText.of((Number) value);
            case DATETIME -> date(value, context.formats().get("DATETIME_FORMAT", localized), context);
            case DATE -> date(value, context.formats().get("DATE_FORMAT", localized), context);
            case TIME -> date(value, context.formats().get("TIME_FORMAT", localized), context);
            default -> null;
        };
    }

    /** A date or time by a pattern. */
    public static String date(Object value, String pattern, Context context) {
        return DateText.format(
                Times.unpin(value),
                pattern,
                context.language(),
                context.engine().zone());
    }

    /** Whether a value is a date or time of any sort. */
    public static boolean isTime(@Nullable Object value) {
        return value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof OffsetTime
                || value instanceof java.time.LocalDateTime
                || Times.isAware(value)
                || value instanceof Times.Pinned;
    }
}
