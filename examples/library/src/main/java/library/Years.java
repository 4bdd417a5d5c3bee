package library;

import org.jspecify.annotations.Nullable;

/** Writes years as people do. A negative year counts back from our era: -44 is 44 BCE. */
final class Years {
    private Years() {}

    /** "1851", "c. 750 BCE", "116 CE". */
    static String text(int year, boolean circa) {
        return (circa ? "c. " : "") + text(year);
    }

    /** "1812–1870", "c. 525–456 BCE", "43 BCE–17 CE"; empty where neither year is known. */
    static String span(@Nullable Integer from, @Nullable Integer to, boolean circa) {
        String mark = circa ? "c. " : "";
        if (from == null) {
            return to == null ? "" : mark + "died " + text(to);
        }
        if (to == null) {
            return mark + "born " + text(from);
        }
        return from < 0 && to < 0 ? mark + -from + "–" + text(to) : mark + text(from) + "–" + text(to);
    }

    /** "8th century BCE", "13th century". */
    static String century(int year) {
        int number = year > 0 ? (year - 1) / 100 + 1 : (-year - 1) / 100 + 1;
        return ordinal(number) + " century" + (year < 0 ? " BCE" : "");
    }

    private static String text(int year) {
        if (year < 0) {
            return -year + " BCE";
        }
        return year < 1000 ? year + " CE" : Integer.toString(year);
    }

    private static String ordinal(int number) {
        if (number / 10 == 1) {
            return number + "th";
        }
        return number
                + switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
