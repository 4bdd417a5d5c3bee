package quintet.views;

/** How weeks are counted in paths. */
public enum WeekFormat {
    /** From Sunday; the days before the first Sunday of a year are week 0. Django's default, {@code %U}. */
    SUNDAY,
    /** From Monday; the days before the first Monday of a year are week 0. {@code %W}. */
    MONDAY,
    /** By ISO 8601, from Monday, the first week has the first Thursday. {@code %V} with {@code %G}. */
    ISO
}
