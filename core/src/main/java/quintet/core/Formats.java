package quintet.core;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quintet.core.internal.i18n.LocaleFormats;

/**
 * The formats of one language: date and time patterns, separators, grouping. Immutable and shared. Answers to
 * {@code django.utils.formats}.
 */
public final class Formats {
    private final FormatSettings settings;
    private final @Nullable String language;
    private final Map<String, String> own;
    private final boolean plain;
    private final boolean plainDecimals;

    private Formats(FormatSettings settings, @Nullable String language) {
        this.settings = settings;
        this.language = language;
        this.own = language == null ? Map.of() : own(settings, language);
        this.plain = !settings.useThousandSeparator();
        this.plainDecimals = plain && get("DECIMAL_SEPARATOR").equals(".");
    }

    private static Map<String, String> own(FormatSettings settings, String language) {
        Map<String, String> brought = LocaleFormats.of(Languages.usable(language));
        Map<String, String> given = settings.ofLanguage(language);
        if (given.isEmpty()) {
            return brought;
        }
        Map<String, String> both = new HashMap<>(brought);
        both.putAll(given);
        return both;
    }

    /**
     * The day with which weeks begin in calendars; answers to {@code FIRST_DAY_OF_WEEK}.
     *
     * @return a day
     */
    public DayOfWeek firstDayOfWeek() {
        int fromSunday = Integer.parseInt(get("FIRST_DAY_OF_WEEK"));
        return fromSunday == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(fromSunday);
    }

    /**
     * The formats of a language.
     *
     * @param settings the site's settings
     * @param language a code; null for the settings alone
     * @return formats
     */
    public static Formats of(FormatSettings settings, @Nullable String language) {
        return new Formats(settings, language);
    }

    /**
     * The language.
     *
     * @return a code, or null for the settings alone
     */
    public @Nullable String language() {
        return language;
    }

    /** Whether whole numbers print as plain digits: nothing groups them. */
    public boolean plainIntegers() {
        return plain;
    }

    /** Whether numbers with a fraction print with a point and without groups. */
    public boolean plainDecimals() {
        return plainDecimals;
    }

    /**
     * A format by its Django name.
     *
     * @param name such as {@code DATE_FORMAT}
     * @return the language's, else the settings', else the name itself (which then is a pattern)
     */
    public String get(String name) {
        return get(name, true);
    }

    /**
     * A format by its Django name.
     *
     * @param name such as {@code DATE_FORMAT}
     * @param localized whether the language's own format counts
     * @return the language's, else the settings', else the name itself (which then is a pattern)
     */
    public String get(String name, boolean localized) {
        if (localized) {
            String found = own.get(name);
            if (found != null) {
                return found;
            }
        }
        String setting = settings.text(name);
        return setting == null ? name : setting;
    }

    /**
     * All input patterns of the language for a field kind.
     *
     * @param name {@code DATE_INPUT_FORMATS}, {@code TIME_INPUT_FORMATS} or {@code DATETIME_INPUT_FORMATS}
     * @return strptime patterns, the language's first, then ISO ones
     */
    public List<String> inputFormats(String name) {
        String all = own.get(name);
        return List.of((all == null ? LocaleFormats.input(name) : all).split("\n"));
    }

    /**
     * Prints a number with the language's separators.
     *
     * @param number a Java number or a text of digits
     * @param decimals digits after the point (cut, not rounded); null for as many as there are
     * @param localized whether the language's own separators count
     * @param grouped whether to group even if the settings do not
     * @return the text
     */
    public String number(Object number, @Nullable Integer decimals, boolean localized, boolean grouped) {
        boolean group = (localized && settings.useThousandSeparator()) || grouped;
        String grouping = localized ? own.get("NUMBER_GROUPING") : null;
        return NumberText.format(
                number,
                decimals,
                get("DECIMAL_SEPARATOR", localized),
                group ? get("THOUSAND_SEPARATOR", localized) : "",
                !group ? new int[0] : grouping == null ? new int[] {settings.numberGrouping()} : sizes(grouping));
    }

    /**
     * Prints a date or time; answers to {@code formats.date_format} and {@code formats.time_format}.
     *
     * @param value a {@code java.time} value, see {@link DateText#format}
     * @param format a format's Django name such as {@code SHORT_DATE_FORMAT}, or format characters
     * @param zone the zone of values without one
     * @return the text, in the words of the language
     */
    public String date(Temporal value, String format, ZoneId zone) {
        return DateText.format(value, get(format), language, zone);
    }

    /**
     * Prints a value in the formats of the language; answers to {@code formats.localize}.
     *
     * @param value numbers, dates and times get the language's form, other values print as templates print them
     * @param zone the zone of values without one
     * @return the text
     */
    public String localize(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> "None";
            case Boolean b -> b ? "True" : "False";
            case Number n -> number(n, null, true, false);
            case LocalDate d -> date(d, "DATE_FORMAT", zone);
            case LocalTime t -> date(t, "TIME_FORMAT", zone);
            case OffsetTime t -> date(t, "TIME_FORMAT", zone);
            case Temporal t -> date(t, "DATETIME_FORMAT", zone);
            default -> value.toString();
        };
    }

    /**
     * Turns a number as people of this language write it into one with a point and no groups; answers to
     * {@code formats.sanitize_separators}.
     *
     * @param text what a user typed
     * @return text for a number parser; it may still be no number
     */
    public String sanitize(String text) {
        String point = get("DECIMAL_SEPARATOR");
        int at = text.indexOf(point);
        String whole = at < 0 ? text : text.substring(0, at);
        if (settings.useThousandSeparator()) {
            whole = ungrouped(whole);
        }
        return at < 0 ? whole : whole + "." + text.substring(at + point.length());
    }

    private String ungrouped(String whole) {
        String thousands = get("THOUSAND_SEPARATOR");
        int dot = whole.indexOf('.');
        boolean onePoint = dot >= 0 && dot == whole.lastIndexOf('.');
        if (thousands.equals(".") && onePoint && whole.length() - dot - 1 != 3) {
            // 12.5 can only be meant as a decimal point, whatever the language
            return whole;
        }
        // a no-break space may come back from a form as a plain one
        String plain = Normalizer.normalize(thousands, Normalizer.Form.NFKD);
        return thousands.isEmpty() ? whole : whole.replace(thousands, "").replace(plain, "");
    }

    private static int[] sizes(String grouping) {
        return Arrays.stream(grouping.split(","))
                .mapToInt(s -> Integer.parseInt(s.strip()))
                .toArray();
    }

    @Override
    public String toString() {
        return "Formats of " + language;
    }
}
