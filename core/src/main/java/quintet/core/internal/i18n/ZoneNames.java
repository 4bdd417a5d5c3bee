package quintet.core.internal.i18n;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Short names of time zones, as the tz database has them. */
public final class ZoneNames {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("zzz", Locale.US);

    private ZoneNames() {}

    /** The name in force at a moment: {@code CEST}, {@code UTC}, {@code UTC+05:30}, {@code -03}. */
    public static String of(ZonedDateTime moment) {
        ZoneId zone = moment.getZone();
        if (zone instanceof ZoneOffset offset) {
            return ofOffset(offset);
        }
        String name = SHORT.format(moment);
        // where the tz database has no letters Java makes some up from the offset
        if (name.startsWith("GMT") && name.length() > 3) {
            String id = moment.getOffset().getId().replace(":", "");
            return id.endsWith("00") && id.length() == 5 ? id.substring(0, 3) : id;
        }
        return name;
    }

    /** The name of a fixed offset in Python's form. */
    public static String ofOffset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "UTC" : "UTC" + offset.getId();
    }
}
