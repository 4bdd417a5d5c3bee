package library;

/** The times a reader asks for, each with its own cloth on the shelf. Years before our era are negative. */
public enum Era {
    ANTIQUITY("Antiquity", Integer.MIN_VALUE, 499),
    MIDDLE_AGES("Middle Ages", 500, 1499),
    C16("16th century", 1500, 1599),
    C17("17th century", 1600, 1699),
    C18("18th century", 1700, 1799),
    EARLY_C19("Early 19th century", 1800, 1849),
    LATE_C19("Late 19th century", 1850, 1899),
    C20("20th century", 1900, Integer.MAX_VALUE);

    private final String label;
    private final int from;
    private final int to;

    Era(String label, int from, int to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    /** The era a year belongs to. */
    public static Era of(int year) {
        for (Era era : values()) {
            if (year <= era.to) {
                return era;
            }
        }
        throw new AssertionError("The last era has no end.");
    }

    /** The name people read. */
    public String label() {
        return label;
    }

    /** The name in addresses and style sheets. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Its first year. */
    public int from() {
        return from;
    }

    /** Its last year. */
    public int to() {
        return to;
    }
}
