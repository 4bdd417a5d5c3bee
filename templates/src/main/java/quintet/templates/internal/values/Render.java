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
        // no pattern switch: that costs milliseconds at its first use in a process
        if (value instanceof String s) {
            text(s, context, out);
        } else if (value instanceof SafeString s) {
            out.text(s);
        } else if (value instanceof Integer n) {
            number(n.intValue(), context, out);
        } else if (value instanceof Long n) {
            number(n.longValue(), context, out);
        } else if (value instanceof Double n) {
            number(n.doubleValue(), context, out);
        } else if (value instanceof Boolean b) {
            out.text(b ? "True" : "False");
        } else {
            other(value, context, out);
        }
    }

    /** Writes text that may be null. */
    public static void text(@Nullable String value, Context context, Output out) {
        if (value == null) {
            other(null, context, out);
        } else if (context.autoescape()) {
            out.escaped(value);
        } else {
            out.text(value);
        }
    }

    /** Writes a whole number that fits an int. */
    public static void number(int value, Context context, Output out) {
        number((long) value, context, out);
    }

    /** Writes a whole number. */
    public static void number(long value, Context context, Output out) {
        if (plain(context)) {
            out.number(value);
        } else {
            other(value, context, out);
        }
    }

    /** Writes a floating-point number. */
    public static void number(double value, Context context, Output out) {
        boolean plain =
                Boolean.FALSE.equals(context.useL10n()) || context.formats().plainDecimals();
        if (!plain || !out.number(value)) {
            other(value, context, out);
        }
    }

    private static void other(@Nullable Object value, Context context, Output out) {
        Object local = Times.local(value, context);
        CharSequence shown = localize(local, context, context.useL10n());
        boolean escape = context.autoescape();
        if (shown == null) {
            Values values = Values.of(context);
            Object data = context.evaluated(local);
            shown = escape ? values.escapable(data) : values.text(data);
        }
        if (escape && !(shown instanceof SafeString)) {
            out.escaped(shown);
        } else {
            out.text(shown);
        }
    }

    /** Whether whole numbers print as plain digits now. */
    private static boolean plain(Context context) {
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
