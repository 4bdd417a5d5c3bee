package quintet.core.internal.i18n;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quintet.core.Catalogs;
import quintet.core.Translations;

/** Names of months, weekdays and times of day in a language: from its catalogue, else from the JDK's CLDR data. */
public final class CalendarNames {
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };
    private static final String[] AP_STYLE = {
        "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."
    };
    private static final String[] WEEKDAYS = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };
    private static final CalendarNames ENGLISH = new CalendarNames(null);

    private final @Nullable String language;
    private final Locale locale;

    private CalendarNames(@Nullable String language) {
        this.language = language;
        this.locale = language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
    }

    /** The names of a language; null is English. */
    public static CalendarNames of(@Nullable String language) {
        return language == null || language.startsWith("en") ? ENGLISH : new CalendarNames(language);
    }

    /** A word of the clock: {@code a.m.}, {@code noon}. */
    public String text(String english) {
        return language == null ? english : Translations.catalogs().translate(language, null, english);
    }

    /** {@code January}. */
    public String month(int number) {
        return lookup(null, MONTHS[number - 1], Month.of(number), TextStyle.FULL_STANDALONE);
    }

    /** {@code January}, in the form used inside a date (a genitive in some languages). */
    public String monthAlternative(int number) {
        return lookup("alt. month", MONTHS[number - 1], Month.of(number), TextStyle.FULL);
    }

    /** {@code jan}. */
    public String monthAbbreviated(int number) {
        String english = MONTHS[number - 1].substring(0, 3).toLowerCase(Locale.ROOT);
        return lookup(null, english, Month.of(number), TextStyle.SHORT_STANDALONE);
    }

    /** {@code Jan.}, {@code March}: the style of the Associated Press. */
    public String monthApStyle(int number) {
        return lookup("abbrev. month", AP_STYLE[number - 1], Month.of(number), TextStyle.SHORT);
    }

    /** {@code Monday}; 1 is Monday. */
    public String weekday(int number) {
        String english = WEEKDAYS[number - 1];
        if (language == null) {
            return english;
        }
        String own = catalog(null, english);
        return own != null ? own : DayOfWeek.of(number).getDisplayName(TextStyle.FULL, locale);
    }

    /** {@code Mon}; 1 is Monday. */
    public String weekdayAbbreviated(int number) {
        String english = WEEKDAYS[number - 1].substring(0, 3);
        if (language == null) {
            return english;
        }
        String own = catalog(null, english);
        return own != null ? own : DayOfWeek.of(number).getDisplayName(TextStyle.SHORT, locale);
    }

    private String lookup(@Nullable String context, String english, Month month, TextStyle style) {
        if (language == null) {
            return english;
        }
        String own = catalog(context, english);
        return own != null ? own : month.getDisplayName(style, locale);
    }

    private @Nullable String catalog(@Nullable String context, String english) {
        Catalogs catalogs = Translations.catalogs();
        String found = catalogs.find(language, context, english);
        return found;
    }
}
